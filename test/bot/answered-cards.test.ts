import type { Activity } from 'botframework-schema';
import { attachBot } from '../fakes/attach-bot';
import type { FakeConnector } from '../fakes/fake-connector';
import { KeepingStore } from '../fakes/keeping-store';
import { startRealGuide } from '../fakes/start-real-guide';
import { TeamsPerson } from '../fakes/teams-person';
import type { TestServer } from '../fakes/test-server';
import { until } from '../support/until';

/** The way to the question on health, which takes several answers. */
const toHealth = ['who:me', 'safety:none', 'substance:heroin', 'last-use:using', 'other-substances:none'];

/** Words of the first card of an activity, in their order. */
function wordsOf(activity: Partial<Activity> | undefined): string[] {
  return [...JSON.stringify(activity?.attachments?.[0]?.content ?? null).matchAll(/"text":"([^"]*)"/g)].map(([, text = '']) => text);
}

describe('a question in Teams that was answered by its card', () => {
  let server: TestServer;
  let connector: FakeConnector;
  let person: TeamsPerson;

  let store: KeepingStore;

  beforeEach(async () => {
    store = new KeepingStore(() => Date.now());
    server = await startRealGuide({ store });
    connector = await attachBot(server);
    person = new TeamsPerson(server, connector, 'a:chat');
    await person.arrive();
    await person.untilReceived(2);
    await tap('command:start');
  });
  afterEach(async () => {
    await server.stop();
    await connector.stop();
  });

  /** Taps, and waits for the reply. */
  const tap = async (...choices: string[]) => {
    const before = person.received.length;
    expect((await person.tap(choices, '')).status).toBe(200);
    await person.untilReceived(before + 1);
  };
  /** What was kept to take the place of something. */
  const replacements = () => store.kept.flatMap(({ replies }) => replies.filter(({ activity }) => 'id' in activity));
  const untilUpdated = (count: number) => until(() => connector.updated.length >= count, `update ${count}`);

  it('shows what was asked and answered in its place, without buttons, once the next question stands below', async () => {
    const question = person.received.at(-1);
    expect(wordsOf(question)).toContain('Who is this about?');
    await tap('who:me');
    await untilUpdated(1);
    const [update] = connector.updated;
    expect(update).toMatchObject({
      id: question?.id,
      after: person.received.length,
      activity: { type: 'message', locale: 'en', conversation: { id: 'a:chat' } },
    });
    expect(wordsOf(update?.activity)).toEqual(['Who is this about?', 'Me, and I am 18 or older']);
    expect(JSON.stringify(update?.activity)).not.toMatch(/Action|Input|suggestedActions/);
    expect(wordsOf(person.received.at(-1))).toContain('Is any of this going on right now?');
  });

  it('shows all answers that were ticked', async () => {
    for (const choice of toHealth) await tap(choice);
    const ticks = person.received.at(-1);
    await tap('health:serious', 'health:overdose');
    await untilUpdated(6);
    expect(connector.updated.at(-1)).toMatchObject({ id: ticks?.id, after: person.received.length });
    expect(wordsOf(connector.updated.at(-1)?.activity)).toHaveLength(3);
  });

  it('shows the answer that was changed on the card further up', async () => {
    const [question] = person.received.slice(-1);
    await tap('who:me');
    await tap('safety:none');
    await tap('who:someone');
    await untilUpdated(3);
    expect(connector.updated.at(-1)?.id).toBe(question?.id);
    expect(wordsOf(connector.updated.at(-1)?.activity)).toEqual(['Who is this about?', 'Someone I care about']);
  });

  it('is replaced for an Action.Execute as well', async () => {
    const value = { action: { type: 'Action.Execute', data: { guide: { choices: ['who:me'] } } }, trigger: 'manual' };
    const replyToId = person.received.at(-1)?.id;
    expect((await person.post({ type: 'invoke', name: 'adaptiveCard/action', value, replyToId })).body).toMatchObject({ statusCode: 200 });
    await untilUpdated(1);
    expect(connector.updated[0]?.id).toBe(replyToId);
  });

  it.each<readonly [name: string, activity: object]>([
    ['the answer was typed', { text: 'me' }],
    ['something else was tapped', { value: { guide: { choices: ['command:ask'] } }, replyToId: '3' }],
    ['nothing was ticked', { value: { guide: {} }, replyToId: '3' }],
    ['what was tapped is no answer', { value: { guide: { choices: ['who:nobody'] } }, replyToId: '3' }],
    ['answers of two questions were sent', { value: { guide: { choices: ['who:me', 'safety:none'] } }, replyToId: '3' }],
    ['nobody says which card it was', { value: { guide: { choices: ['who:me'] } } }],
    ['the channel wants its replies at once', { value: { guide: { choices: ['who:me'] } }, replyToId: '3', deliveryMode: 'expectReplies' }],
    ['the channel is another', { channelId: 'webchat', value: { guide: { choices: ['who:me'] } }, replyToId: '3' }],
  ])('is left where %s', async (_name, activity) => {
    expect((await person.post({ type: 'message', ...activity })).status).toBe(200);
    expect(store.kept.length).toBeGreaterThan(2);
    expect(replacements()).toEqual([]);
  });

  it('is replaced once, however often the tap is delivered', async () => {
    const { id: replyToId } = person.received.at(-1) ?? {};
    const again = { type: 'message', id: 'tap', value: { guide: { choices: ['who:me'] } }, replyToId };
    for (let times = 0; times < 3; times += 1) await person.post(again);
    await untilUpdated(1);
    await tap('safety:none');
    await untilUpdated(2);
    expect(connector.updated.map(({ id }) => id)).toEqual([replyToId, String(Number(replyToId) + 1)]);
  });

  it.each([404, 405, 500, 'silence'] as const)('keeps no reply back, and loses none, where it cannot be replaced (%s)', async (trouble) => {
    connector.updateFailure = trouble;
    const began = performance.now();
    await tap('who:me');
    await until(() => connector.updatesRefused >= 1, 'a refusal');
    await person.say('my friend is not breathing');
    await person.untilReceived(6);
    await tap('command:go-on');
    // botbuilder would try for five seconds, and wait without end for no answer.
    expect(performance.now() - began).toBeLessThan(2000);
    expect(person.received.map(({ summary = '' }) => summary).join()).toMatch(/Call 911 NOW/);
    connector.updateFailure = null;
    await tap('safety:none');
    await until(() => connector.updated.some(({ activity }) => wordsOf(activity).includes('Is any of this going on right now?')));
    expect(server.turns.log.lines.map(({ event }) => event).filter((event) => event !== 'turn')).toEqual([]);
    // Where the channel was in trouble, botbuilder tries once more by itself.
    if (trouble === 500) await untilUpdated(2);
  });
});
