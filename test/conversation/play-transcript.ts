import type { Content } from '../../src/content/content';
import type { Channel, Message } from '../../src/conversation/message';
import type { Reply } from '../../src/conversation/reply';
import { respond, type Turn } from '../../src/conversation/respond';
import type { Session } from '../../src/conversation/session';
import type { PlayedOn, Transcript, TranscriptTurn } from './transcript';

/** One turn of a transcript as it was played. */
export interface Played {
  readonly expected: TranscriptTurn | null;
  readonly message: Message;
  readonly turn: Turn;
}

const channelOf = (played: PlayedOn): Channel => (played === 'plain' ? 'web' : played);

/** Reply ids of a transcript as this channel has them: transcripts are written as on the web, and four things differ. */
export function repliesOn(played: PlayedOn, ids: readonly string[], { data }: Content): string[] {
  const channel = channelOf(played);
  const greeting = { web: ['greeting'], msteams: ['greeting', 'greeting-teams-add'], sms: ['greeting-sms', 'language-offer'] }[channel];
  const own = ids.flatMap((id) => {
    if (id === 'greeting') return greeting;
    if (id === 'cmd-help' && channel === 'sms') return ['cmd-help-sms'];
    if (id === 'cmd-delete-done') return [`cmd-delete-done-${channel === 'msteams' ? 'teams' : channel}`];
    return [id];
  });
  if (channel !== 'sms') return own;
  const stop = Object.values(data.stops).find(({ say }) => ids.some((id) => say.includes(id.replace(/-them$/, ''))));
  return stop === undefined || own.includes(stop['go-on-sms']) ? own : [...own, stop['go-on-sms']];
}

/** What a tap is where there are no buttons: the numbers of the choices, or the name of a command. */
function typed(ids: readonly string[], last: Reply | undefined, { data }: Content, { language }: Session): string {
  const choices = last?.choices ?? [];
  const numbers = ids.map((id) => choices.findIndex((choice) => choice.id === id) + 1);
  if (!numbers.includes(0)) return numbers.join(' ');
  const label = data.commands[(ids[0] ?? '').replace(/^command:/, '')]?.label[language];
  if (label === undefined) throw new Error(`"${ids.join()}" is not offered: ${choices.map(({ id }) => id).join(', ')}`);
  return label;
}

/** Plays a transcript through `respond`, by buttons where the channel has them, else by numbers and words. */
export function play(content: Content, transcript: Transcript, played: PlayedOn): Played[] {
  const now = Date.parse(transcript.now);
  const base = { text: '', choices: [], channel: channelOf(played), language: transcript.lang };
  const steps: Played[] = [];
  const take = (message: Message, expected: TranscriptTurn | null) => {
    const before = steps.at(-1)?.turn;
    // Who had everything deleted is somebody new.
    const session = before === undefined || before.outcome.forget ? null : before.session;
    steps.push({ expected, message, turn: respond(content, session, message, now) });
  };
  if (transcript.opens !== 'person') take({ ...base, kind: 'start' }, null);
  for (const turn of transcript.turns) {
    const before = steps.at(-1)?.turn;
    if (turn.say !== undefined) take({ ...base, kind: 'text', text: turn.say }, turn);
    else if (turn.tap === undefined) take({ ...base, kind: 'media' }, turn);
    else if (before !== undefined && (played === 'sms' || played === 'plain'))
      take({ ...base, kind: 'text', text: typed(turn.tap, before.replies.at(-1), content, before.session) }, turn);
    else take({ ...base, kind: 'choice', choices: turn.tap }, turn);
  }
  return steps;
}
