import type { Reply } from '../../src/conversation/reply';
import { builtScript } from './script';
import { answerTaps, type Edge, endOf, type State, type Tap, walk } from './walk';

const content = builtScript();
const { questions } = content.data;
const onward = ['command:start', 'command:skip', 'command:skip-to-summary', 'command:go-on'];

/** The taps that go on with the script: every answer, skip, skip to summary, start, and going on after a stop. Nothing goes on past an end. */
function forward(last: Reply, { place, aside }: State['session']): Tap[] {
  if (place.kind === 'under-18' || (place.kind === 'summary' && aside?.kind !== 'stop')) return [];
  const offered = [...(last.choices ?? []), ...(last.commands ?? [])].map(({ id }) => id).filter((id) => onward.includes(id));
  return [...(place.kind === 'question' && aside === null ? answerTaps(last) : []), ...offered.map((id) => [id])];
}

const offeredIds = (last: Reply | undefined) => [...(last?.choices ?? []), ...(last?.commands ?? [])].map(({ id }) => id);
const questionOf = ({ session: { place, aside } }: State) => (place.kind === 'question' && aside === null ? place.question : null);
const describeEdge = ({ from, tap }: Edge) => `${from.key} ${tap.join(' ')}`;

/** The questions that may still come from a state, with how it ends: every sequence once. A stop ends one sequence and goes on in others. */
function routesFrom(state: State, known = new Map<State, ReadonlySet<string>>(), above = new Set<State>()): ReadonlySet<string> {
  const done = known.get(state);
  if (done) return done;
  if (above.has(state)) throw new Error(`the script goes round in a circle at ${state.key}`);
  above.add(state);
  const end = endOf(state);
  const routes = new Set(end === null ? [] : [`=${end}`]);
  const question = questionOf(state);
  for (const { to } of state.edges)
    for (const rest of routesFrom(to, known, above)) routes.add(question === null ? rest : `${question} ${rest}`);
  if (routes.size === 0) throw new Error(`a path ends nowhere at ${state.key}`);
  above.delete(state);
  known.set(state, routes);
  return routes;
}

/** In how many ways a state is left, answer by answer, until an end of each kind. */
function waysFrom(state: State, known = new Map<State, ReadonlyMap<string, bigint>>()): ReadonlyMap<string, bigint> {
  const done = known.get(state);
  if (done) return done;
  const end = endOf(state);
  const ways = new Map<string, bigint>(end === null ? [] : [[end, 1n]]);
  for (const { to } of state.edges) for (const [name, count] of waysFrom(to, known)) ways.set(name, (ways.get(name) ?? 0n) + count);
  known.set(state, ways);
  return ways;
}

const sum = (ways: ReadonlyMap<string, bigint>) => [...ways.values()].reduce((total, count) => total + count, 0n);

describe('the script, walked by the choices it offers', () => {
  const started = performance.now();
  const states = [...walk(content, { channel: 'web', language: 'en', taps: forward }).values()];
  const edges = states.flatMap((state) => state.edges);
  const [opening] = states as [State];
  const routes = [...routesFrom(opening)].map((route) => route.split(/ ?=/) as [string, string]);
  const ways = waysFrom(opening);
  const took = Math.round(performance.now() - started);

  test('every path ends in the handoff, in a danger stop that goes on by its button, or in the words for people under 18', () => {
    const chosen = Object.values(questions).flatMap(({ choices }) => Object.values(choices).flatMap(({ stop }) => stop ?? []));
    expect(new Set(routes.map(([, end]) => end))).toEqual(new Set(['handoff', 'under-18', ...chosen]));
    const dead = states.filter((state) => state.edges.length === 0 && !['handoff', 'under-18'].includes(endOf(state) ?? ''));
    expect(dead.map(({ key }) => key)).toEqual([]);
    const stopped = edges.filter(({ to }) => to.session.aside?.kind === 'stop');
    for (const { turn } of stopped) {
      expect(offeredIds(turn.replies.at(-1))).toEqual(['command:go-on']);
      expect(turn.replies.flatMap(({ links = [] }) => links).map(({ href }) => href)).toContainEqual(
        expect.stringMatching(/^tel:(911|988)$/),
      );
    }
    process.stdout.write(
      `path proof: ${routes.length} routes (${routes.filter(([, end]) => end === 'handoff').length} to the handoff), ` +
        `${states.length} states, ${edges.length} taps walked, ${sum(ways)} answer sequences ` +
        `(${[...ways].map(([end, count]) => `${end} ${count}`).join(', ')}), ${took} ms\n`,
    );
  });

  test('no path has more than 9 questions, and the longest has 9 for oneself and for a loved one', () => {
    const lengths = routes.map(([asked]) => asked.split(' ').length);
    expect(Math.max(...lengths)).toBe(9);
    expect(routes.filter(([asked]) => asked.split(' ').length === 9).map(([asked]) => asked)).toEqual(
      expect.arrayContaining([expect.stringContaining('open-to-help'), expect.stringContaining('mood')]),
    );
  });

  test('the full routes are those of dialog.md', () => {
    const full = routes.filter(([asked]) => asked.endsWith('meetings')).map(([asked]) => asked);
    expect(full).toEqual([
      'who safety substance last-use other-substances health mood home meetings',
      'who safety open-to-help substance last-use other-substances health home meetings',
    ]);
  });

  test('the handoff is reached in as many ways as the numbers of answers allow', () => {
    // Answers, sets of answers and the skip of each question; from the third question on "skip to summary" is one more way out of it.
    const counts = { substance: 7, 'last-use': 6, 'other-substances': 7, health: 66, mood: 6, home: 33, meetings: 5, 'open-to-help': 5 };
    const through = (ids: readonly (keyof typeof counts)[]) => ids.reduceRight((after, id) => BigInt(counts[id]) * after + 1n, 1n);
    const oneself = through(['substance', 'last-use', 'other-substances', 'health', 'mood', 'home', 'meetings']);
    const lovedOne = through(['open-to-help', 'substance', 'last-use', 'other-substances', 'health', 'home', 'meetings']);
    // "Me" and "just looking" lead to the questions for oneself; all 7 answers to the question on safety go on.
    expect(ways.get('handoff')).toBe(7n * (2n * oneself + lovedOne));
  });

  test('no question comes twice on a path', () => {
    expect(routes.map(([asked]) => asked.split(' ')).filter((asked) => new Set(asked).size < asked.length)).toEqual([]);
    for (const { to } of edges) expect(to.session.answers).not.toHaveProperty([questionOf(to) ?? ' ']);
  });

  test('every question, every choice, every set of choices and every skip is reached', () => {
    const reached = new Set(edges.map(({ tap }) => tap.join(' ')));
    const choices = Object.entries(questions).flatMap(([id, { choices }]) => Object.keys(choices).map((choice) => `${id}:${choice}`));
    expect(choices.filter((choice) => !reached.has(choice))).toEqual([]);
    const skipped = edges.filter(({ tap }) => tap[0] === 'command:skip').map(({ from }) => questionOf(from));
    expect(new Set(skipped)).toEqual(new Set(Object.keys(questions).filter((id) => questions[id]?.skippable)));
    expect(Object.keys(questions).filter((id) => !questions[id]?.skippable)).toEqual(['who']);
    expect([...reached].filter((tap) => tap.startsWith('health:'))).toHaveLength(63 + 2);
    expect([...reached].filter((tap) => tap.startsWith('home:'))).toHaveLength(31 + 1);
  });

  test('every answer is taken as what was tapped', () => {
    for (const edge of edges.filter(({ from }) => questionOf(from) !== null)) {
      const id = questionOf(edge.from) as string;
      const isSkip = edge.tap[0] === 'command:skip';
      if (edge.tap[0] === 'command:skip-to-summary' || edge.to.session.place.kind === 'under-18') continue;
      expect({ edge: describeEdge(edge), took: edge.turn.session.answers[id] }).toEqual({
        edge: describeEdge(edge),
        took: isSkip ? ['skipped'] : edge.tap.map((choice) => choice.slice(id.length + 1)),
      });
    }
  });

  test('"Skip to summary" is offered from the third question on and nowhere before', () => {
    for (const state of states.filter((one) => questionOf(one) !== null))
      expect(offeredIds(state.last).includes('command:skip-to-summary')).toBe((state.last?.progress?.step ?? 0) >= 3);
  });

  test('the progress counts the questions one by one up to at most 9', () => {
    for (const { from, to, turn } of edges) {
      if (questionOf(to) === null) continue;
      const { step = 0, of = 0 } = turn.replies.at(-1)?.progress ?? {};
      expect(step).toBe(Object.keys(from.session.answers).length + (questionOf(from) === null ? 1 : 2));
      expect(step).toBeLessThanOrEqual(of);
      expect(of).toBeLessThanOrEqual(9);
    }
  });

  test('every summary ends with what to have ready and the handoff, and has one outcome', () => {
    const ends = edges.filter(({ to }) => endOf(to) === 'handoff');
    expect(ends.length).toBeGreaterThan(0);
    for (const { turn } of ends) {
      const ids = turn.replies.map(({ id }) => id);
      const isThem = turn.session.answers['who']?.[0] === 'someone';
      expect(ids.slice(-2)).toEqual([isThem ? 'handoff-ready-them' : 'handoff-ready', 'handoff']);
      expect(ids.filter((id) => id.startsWith('outcome:'))).toEqual([expect.stringContaining(`outcome:${turn.outcome.finished}`)]);
    }
  });

  test('the words for people under 18 come with the emergency menu, and nothing said is kept', () => {
    for (const { turn } of edges.filter(({ to }) => endOf(to) === 'under-18')) {
      expect(turn.replies.map(({ id }) => id)).toEqual(['under18', 'emergency-menu']);
      expect(turn.session.answers).toEqual({});
    }
  });

  test.each(['web', 'msteams', 'sms'] as const)('the same routes are walked on %s in Spanish', (channel) => {
    const [there] = walk(content, { channel, language: 'es', taps: forward }).values();
    expect([...routesFrom(there as State)]).toEqual([...routesFrom(opening)]);
    expect(waysFrom(there as State)).toEqual(ways);
  });

  test('the same routes are walked by typed numbers in text messages', () => {
    const numbered = (tap: Tap, last: Reply) => {
      const numbers = tap.map((id) => (last.choices ?? []).findIndex((choice) => choice.id === id) + 1);
      if (tap[0] === 'command:skip') return { kind: 'text', text: '0' } as const;
      return numbers.includes(0) ? { choices: tap } : ({ kind: 'text', text: numbers.join(' ') } as const);
    };
    const [there] = walk(content, { channel: 'sms', language: 'en', taps: forward, messageOf: numbered }).values();
    expect([...routesFrom(there as State)]).toEqual([...routesFrom(opening)]);
    expect(waysFrom(there as State)).toEqual(ways);
  });

  test('"none" or "not sure" together with something else is refused and asked again', () => {
    const asking = states.filter((state) => questionOf(state) !== null && state.last?.several);
    expect(asking).not.toHaveLength(0);
    const together = (last: Reply): Tap[] => {
      const ids = (last.choices ?? []).map(({ id }) => id);
      return (last.choices ?? [])
        .filter(({ exclusive }) => exclusive)
        .flatMap(({ id }) => ids.filter((one) => one !== id).map((one) => [one, id]));
    };
    const taps = (last: Reply, session: State['session']) => [...forward(last, session), ...(last.several ? together(last) : [])];
    const refused = [...walk(content, { channel: 'web', language: 'en', taps }).values()]
      .flatMap((state) => state.edges)
      .filter(({ from, tap }) => tap.length > 1 && from.last !== undefined && together(from.last).some((one) => one.join() === tap.join()));
    expect(refused.length).toBeGreaterThan(0);
    for (const { from, to, turn } of refused) {
      expect(to).toBe(from);
      expect(turn.replies.map(({ id }) => id)[0]).toBe('repair-exclusive');
    }
  });
});

describe('everything that is offered anywhere', () => {
  /** Every single choice and command; from the answer to one topic not on to the next topics, which would only repeat it. */
  const anything = (last: Reply): Tap[] =>
    [...new Set(offeredIds(last))].filter((id) => last.kind !== 'answer' || !id.startsWith('topic:')).map((id) => [id]);
  const states = [...walk(content, { channel: 'web', language: 'en', taps: anything }).values()];
  const edges = states.flatMap((state) => state.edges);

  test('leaves a way on: from every state a handoff or the words for people under 18 are reached by what is offered', () => {
    const comesFrom = new Map<State, State[]>();
    for (const { from, to } of edges) comesFrom.set(to, [...(comesFrom.get(to) ?? []), from]);
    const reaching = new Set(states.filter((state) => ['handoff', 'under-18'].includes(endOf(state) ?? '')));
    for (const state of reaching) for (const from of comesFrom.get(state) ?? []) reaching.add(from);
    expect(states.filter((state) => !reaching.has(state)).map(({ key }) => key)).toEqual([]);
    process.stdout.write(`path proof: ${states.length} states and ${edges.length} taps with everything that is offered in between\n`);
  });

  test('is understood when it is tapped', () => {
    const missed = edges.filter(({ turn }) => turn.session.misses > 0 || ['reask', 'fallback'].includes(turn.outcome.kind));
    expect(missed.map(describeEdge)).toEqual([]);
  });

  test('offers something again, but after everything was deleted', () => {
    const silent = edges.filter(({ turn }) => offeredIds(turn.replies.at(-1)).length === 0);
    expect(new Set(silent.map(({ tap }) => tap.join(' ')))).toEqual(new Set(['command:delete-yes']));
  });

  test('changes no answer unless it is an answer, a skip, a new start or a deletion', () => {
    const changing = edges.filter(({ from, turn }) => JSON.stringify(turn.session.answers) !== JSON.stringify(from.session.answers));
    const others = changing.filter(({ tap: [id = ''] }) => questions[id.split(':')[0] as string] === undefined);
    expect(new Set(others.map(({ tap }) => tap.join(' ')))).toEqual(new Set(['command:skip', 'command:restart-yes', 'command:delete-yes']));
  });

  test('brings a changed answer back to a summary, also after the danger stop that it is', () => {
    const changed = edges.filter(({ from, tap: [id = ''] }) => {
      const { place, aside } = from.session;
      return place.kind === 'question' && place.back && aside === null && id.startsWith(`${place.question}:`) && place.question !== 'who';
    });
    const lost = changed.filter(({ to, turn }) => {
      const after = to.session.aside?.kind === 'stop' ? to.edges[0]?.turn : turn;
      return after?.replies.at(-1)?.id !== 'handoff';
    });
    expect(new Set(lost.map(({ tap }) => tap.join(' ')))).toEqual(new Set());
  });
});
