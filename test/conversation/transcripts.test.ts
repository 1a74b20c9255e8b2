import { smsLength } from '../../src/channels/sms-length';
import type { Content } from '../../src/content/content';
import type { Reply } from '../../src/conversation/reply';
import type { Turn } from '../../src/conversation/respond';
import { type Language, languages } from '../../src/language/language';
import { contentFor } from './content-for';
import { contentSentences } from './content-sentences';
import { type Played, play, repliesOn } from './play-transcript';
import { lostOn, showOn } from './shown-on';
import { type PlayedOn, readTranscripts, type TranscriptTurn } from './transcript';

const transcripts = readTranscripts();
const plain = contentFor({ hours: undefined });

/** What was done and what came back, for a message that can be read when a test fails. */
function account({ replies }: Turn): string {
  return replies.map(({ text, bullets = [] }) => [text, ...bullets].join('\n')).join('\n');
}

function expectTurn(expected: TranscriptTurn, turn: Turn, content: Content, channel: PlayedOn): void {
  const { replies, outcome } = turn;
  const last = replies.at(-1);
  const asked = expected.say ?? expected.tap?.join(' + ') ?? 'media';
  const ids = { asked, replies: replies.map(({ id }) => id) };
  if (expected.expect !== undefined) expect(ids).toEqual({ asked, replies: repliesOn(channel, expected.expect, content) });
  if (expected.kind !== undefined) expect({ asked, kind: outcome.kind }).toEqual({ asked, kind: expected.kind });
  if (expected.tier !== undefined) expect({ asked, tier: outcome.tier }).toEqual({ asked, tier: expected.tier });
  if (expected.finished !== undefined) expect(outcome.finished).toBe(expected.finished);
  if (expected.forgets !== undefined) expect(outcome.forget).toBe(expected.forgets);
  if (expected.choices !== undefined) expect((last?.choices ?? []).map(({ id }) => id)).toEqual(expected.choices);
  if (expected.progress !== undefined) expect(`${last?.progress?.step} of ${last?.progress?.of}`).toBe(expected.progress);
  const offered = replies.flatMap(({ choices = [], commands = [] }) => [...choices, ...commands].map(({ id }) => id));
  for (const id of expected.offers ?? []) expect(offered).toContain(id);
  for (const words of expected.contains ?? []) expect(account(turn)).toContain(words);
  for (const words of expected.lacks ?? []) expect(account(turn)).not.toContain(words);
}

/** All words of a reply that a person may see. */
function wordsOf({ text, bullets = [], choices = [], commands = [], links = [] }: Reply): string[] {
  const buttons = [...choices, ...commands].flatMap(({ label, say }) => [label, ...(say === undefined ? [] : [say])]);
  return [text, ...bullets, ...buttons, ...links.map(({ label }) => label)];
}

function unknownWords(content: Content, { session, replies }: Turn): string[] {
  const isContent = contentSentences(content);
  return replies.flatMap((reply) => {
    // Danger is answered in both languages when Spanish is spoken.
    const spoken: readonly Language[] = reply.tier === 'emergency' ? languages : [session.language];
    return wordsOf(reply).filter((words) => !spoken.some((language) => isContent(words, language)));
  });
}

function expectGoodManners({ turn }: Played, content: Content, channel: PlayedOn): void {
  const { replies, session, outcome } = turn;
  expect(replies.slice(0, -1).filter(({ choices }) => choices !== undefined)).toEqual([]);
  for (const { progress } of replies) expect(progress?.of ?? 0).toBeLessThanOrEqual(9);
  for (const { progress } of replies) expect(progress?.step ?? 0).toBeLessThanOrEqual(progress?.of ?? 0);
  expect(unknownWords(content, turn)).toEqual([]);
  expect(lostOn(channel, content, replies, session.language)).toEqual([]);
  if (channel !== 'sms') return;
  const { messages } = showOn(channel, content, replies, session.language);
  for (const message of messages) expect(smsLength(message)).toBeLessThanOrEqual(320);
  if (outcome.tier !== null) expect(messages[0]?.slice(0, 160)).toMatch(/911|988/);
}

describe('golden conversations', () => {
  for (const transcript of transcripts)
    for (const channel of transcript.channels) {
      // What is known to be wrong stays written as it has to be; the test turns red when it is mended.
      const run = transcript.fails === undefined ? test : test.failing;
      run(`${transcript.file} on ${channel}: ${transcript.name}`, () => {
        const content = contentFor(transcript);
        for (const played of play(content, transcript, channel)) {
          if (played.expected !== null) expectTurn(played.expected, played.turn, content, channel);
          expectGoodManners(played, content, channel);
        }
      });
    }
});

describe('the golden conversations together', () => {
  const held = transcripts.filter(({ fails }) => fails === undefined);
  const said = new Set(held.flatMap(({ turns }) => turns.flatMap((turn) => turn.expect ?? [])));

  test('are at least 45, of them 15 in Spanish, and each says what a person does', () => {
    expect(held.length).toBeGreaterThanOrEqual(45);
    expect(held.filter(({ lang }) => lang === 'es').length).toBeGreaterThanOrEqual(15);
    expect(new Set(transcripts.map(({ name }) => name)).size).toBe(transcripts.length);
  });

  test('reach every outcome of the decision table for oneself and for a loved one', () => {
    const reached = held.flatMap(({ turns }) =>
      turns.flatMap(({ finished, expect: ids = [] }) =>
        finished === undefined ? [] : [`${finished} ${ids.includes('handoff-ready-them') ? 'loved one' : 'self'}`],
      ),
    );
    const outcomes = new Set(plain.data.outcomes.map(({ id }) => id));
    const possible = [...outcomes].flatMap((id) => (id === 'family-support' ? [] : [`${id} self`]).concat(`${id} loved one`));
    expect(possible.filter((one) => !reached.includes(one))).toEqual([]);
  });

  test('show every setting note, every add-on and every danger stop', () => {
    const notes = [...plain.data.settingNotes, ...plain.data.addOns.list].map(({ id }) => id);
    const stops = Object.values(plain.data.stops).flatMap(({ say }) => say);
    expect([...notes, ...stops].filter((id) => !said.has(id) && !said.has(`${id}-them`))).toEqual([]);
  });

  test('meet every question, and danger is typed at every question in each language', () => {
    const questions = Object.keys(plain.data.questions);
    for (const lang of languages) {
      const inDanger = held
        .filter((one) => one.lang === lang)
        .flatMap(({ turns }) =>
          turns.flatMap(({ kind, expect: ids = [] }, index) => {
            const open = turns[index - 1]?.expect?.at(-1);
            return kind === 'crisis' && ids.length > 0 && open?.startsWith('question:') ? [open.slice('question:'.length)] : [];
          }),
        );
      expect(questions.filter((id) => !inDanger.includes(id))).toEqual([]);
    }
  });
});
