import type { Content } from '../../src/content/content';
import type { Message } from '../../src/conversation/message';
import { newSession } from '../../src/conversation/new-session';
import type { Reply } from '../../src/conversation/reply';
import { respond, type Turn } from '../../src/conversation/respond';
import type { Session } from '../../src/conversation/session';
import { now, subsets } from './script';

/** What a person may do where they are: the ids of the buttons tapped together. */
export type Tap = readonly string[];

/** A state of the conversation, with one session that stands for all that are in it, and what it offers. */
export interface State {
  readonly key: string;
  readonly session: Session;
  /** What was last said. */
  readonly last: Reply | undefined;
  readonly edges: Edge[];
}

/** One tap that was walked. */
export interface Edge {
  readonly from: State;
  readonly tap: Tap;
  readonly turn: Turn;
  to: State;
}

/** How taps are made and which of the offered ones. */
interface WalkOptions {
  readonly channel: Message['channel'];
  readonly language: 'en' | 'es';
  /** Turns a tap into the message that the channel sends. */
  readonly messageOf?: (tap: Tap, last: Reply) => Partial<Message>;
  readonly taps: (last: Reply, session: Session) => readonly Tap[];
}

/** Questions whose answers decide which questions are asked: those that any `when` of a question names. */
function decidingQuestions({ data }: Content): string[] {
  const clauses = Object.values(data.questions).flatMap(({ when }) => (when === undefined ? [] : [when].flat()));
  const facts = clauses.flatMap(({ all = [], any = [], none = [] }) => [...all, ...any, ...none]);
  return [...new Set(facts.map((fact) => fact.slice(0, fact.indexOf('.'))))];
}

/**
 * Names the state of a session: all that the way on depends on. Two sessions of one state differ only in answers that no question's `when`
 * names, so they are asked the same questions from there on.
 */
function keyOf(content: Content, { place, aside, answers }: Session): string {
  const deciding = decidingQuestions(content).map((id) => answers[id] ?? null);
  return JSON.stringify([place, aside, deciding, Object.keys(answers).sort()]);
}

/** All sets of choices that a reply lets people tap: one, or for a question with several answers every set without an exclusive one, and each exclusive one. */
export function answerTaps({ choices = [], several }: Reply): Tap[] {
  if (!several) return choices.map(({ id }) => [id]);
  const free = choices.filter(({ exclusive }) => !exclusive).map(({ id }) => id);
  const alone = choices.filter(({ exclusive }) => exclusive).map(({ id }) => [id]);
  return [...subsets(free).filter((set) => set.length > 0), ...alone];
}

/** Walks `respond` breadth first from the opening, making every tap of `taps` in every distinct state. The first state is the opening. */
export function walk(content: Content, { channel, language, taps, messageOf }: WalkOptions): Map<string, State> {
  const say = (session: Session | null, message: Partial<Message>) =>
    respond(content, session, { kind: 'choice', text: '', choices: [], channel, language, ...message }, now);
  const states = new Map<string, State>();
  const queue: State[] = [];
  const arrive = ({ session, replies }: Pick<Turn, 'session' | 'replies'>): State => {
    const key = keyOf(content, session);
    const known = states.get(key);
    if (known) return known;
    const state: State = { key, session, last: replies.at(-1), edges: [] };
    states.set(key, state);
    queue.push(state);
    return state;
  };
  arrive(say(newSession(content.data.hash, language), { kind: 'start' }));
  for (let state = queue.shift(); state !== undefined; state = queue.shift())
    for (const tap of state.last === undefined ? [] : taps(state.last, state.session)) {
      const turn = say(state.session, messageOf?.(tap, state.last as Reply) ?? { choices: tap });
      state.edges.push({ from: state, tap, turn, to: arrive(turn) });
    }
  return states;
}

/** Where a state ends a path: in the handoff, in a danger stop (from which a button goes on), in the words for people under 18, or nowhere. */
export function endOf({ session: { place, aside } }: State): string | null {
  if (place.kind === 'under-18') return 'under-18';
  if (aside?.kind === 'stop') return aside.stop;
  // Where messages are short the rest of a long summary stays on offer beside the handoff.
  const isSummary = aside === null || (aside.kind === 'more' && aside.of === 'summary');
  return place.kind === 'summary' && isSummary ? 'handoff' : null;
}
