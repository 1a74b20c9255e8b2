import { findAnswer } from '../../src/knowledge/find-answer';

const areas: Record<string, string> = { 'detox-length': 'detox', methadone: 'medicines', naltrexone: 'medicines' };
const areaOf = (topic: string) => areas[topic];
const score = (id: string, value: number) => ({ id, score: value });

test('a sure topic is answered', () => {
  expect(findAnswer([score('detox-length', 0.9)], areaOf)).toEqual({ kind: 'answer', topic: 'detox-length' });
});

test('where a wrong answer can harm the guide asks back sooner', () => {
  expect(findAnswer([score('methadone', 0.5), score('naltrexone', 0.3)], areaOf)).toEqual({
    kind: 'suggest',
    topics: ['methadone', 'naltrexone'],
  });
});

test('a request that is surely outside is not answered by the next best topic', () => {
  expect(findAnswer([score('out-of-scope.unsafe-request', 0.6), score('methadone', 0.3)], areaOf)).toEqual({
    kind: 'nothing',
    outside: 'unsafe-request',
  });
});

test('a message that is like nothing gets no topic and no blame', () => {
  expect(findAnswer([score('out-of-scope.unsafe-request', 0.09), score('methadone', 0.08)], areaOf)).toEqual({
    kind: 'nothing',
    outside: null,
  });
  expect(findAnswer([], areaOf)).toEqual({ kind: 'nothing', outside: null });
});
