import type { Reply } from '../conversation/reply';
import type { Language } from '../language/language';
import type { ChannelTexts } from './channel-texts';
import { choiceLines } from './choice-lines';
import { gsm7 } from './gsm7';
import { numberFirst } from './number-first';
import { smsLength } from './sms-length';
import { smsLimit, splitSms } from './split-sms';
import { takeSms } from './take-sms';
import { urgentFirst } from './urgent-first';
import { wordLines } from './word-lines';

/** The text messages of one turn. */
export interface SmsPage {
  readonly messages: readonly string[];
  /** Where the next page begins (`from` of the next call), or null when everything was said. */
  readonly next: number | null;
}

/** Most messages a turn: a summary may take 5, an answer 3 (dialog.md section 5, safety.md section 3). */
const mostMessages = { summary: 5, answer: 3 };

interface Block {
  readonly text: string;
  /** `paged`: may be continued later. `whole`: always sent. `apart`: always sent, in messages of its own. */
  readonly way: 'paged' | 'whole' | 'apart';
  /** It asks the open question. */
  readonly asks: boolean;
}

/**
 * The text messages for the replies of one turn, in GSM-7, each at most 306 places. Answers and summaries are paged: what goes past the
 * turn's limit is announced with `texts.smsMore`, and comes alone when the same replies are given again with `from` set to the page's
 * `next`; with the last page what stands open is said again. Danger stops, questions and their choices are never held back.
 */
export function pageSms(replies: readonly Reply[], from: number, texts: ChannelTexts, language: Language): SmsPage {
  const blocks = urgentFirst(replies).flatMap((reply) => blocksOf(reply, texts, language));
  const long = blocks.filter((block) => block.way === 'paged').map((block) => block.text);
  const others = from > 0 ? 0 : blocks.length - long.length;
  const room = replies.some((reply) => reply.kind === 'summary') ? Math.max(1, mostMessages.summary - others) : mostMessages.answer;
  const page = takePage(long.join('\n'), from, room);

  const more: Block[] = page.next === null ? [] : [{ way: 'whole', text: gsm7(texts.smsMore[language]), asks: false }];
  const firstLong = blocks.findIndex((block) => block.way === 'paged');
  const sent = blocks.flatMap((block, index): Block[] => {
    if (block.way === 'paged') return index === firstLong ? page.messages.map((text) => ({ way: 'whole', text, asks: false })) : [];
    // A later page says the rest alone; what stands open after it comes again with the last one.
    const isClosing = index === blocks.length - 1 && page.next === null;
    return from > 0 && !isClosing ? [] : splitSms(block.text).map((text) => ({ ...block, text }));
  });
  // An open question has the last word, since a number answers it.
  const question = sent.findIndex((block) => block.asks);
  const at = question < 0 ? sent.length : question;
  return { messages: join([...sent.slice(0, at), ...more, ...sent.slice(at)]), next: page.next };
}

function blocksOf(reply: Reply, texts: ChannelTexts, language: Language): Block[] {
  const words = gsm7(wordLines(reply).join('\n'));
  const choices = choiceLines(reply);
  const asks = reply.kind === 'question' || reply.question !== undefined;
  if (choices.length > 0 && asks) choices.push((reply.several ? texts.smsTailMulti : texts.smsTail)[language]);
  const numbered = gsm7(choices.join('\n'));
  if (reply.kind === 'answer' || reply.kind === 'summary') {
    return [{ way: 'paged', text: words, asks: false }, ...(numbered === '' ? [] : [{ way: 'whole', text: numbered, asks } as const])];
  }
  const lead = reply.kind === 'crisis' ? numberFirst(words, reply.links) : words;
  return [{ way: reply.kind === 'crisis' ? 'apart' : 'whole', text: `${lead}\n${numbered}`, asks }];
}

/**
 * `from` counts characters of the whole text, so that it stays true however the pages are cut. Where not all fits, one message is left for
 * the words that announce the rest.
 */
function takePage(text: string, from: number, room: number): SmsPage {
  const start = text.slice(Math.max(0, from)).trim();
  const take = (most: number): { readonly messages: readonly string[]; readonly rest: string } => {
    const messages: string[] = [];
    let rest = start;
    while (rest !== '' && messages.length < most) {
      const [message, after] = takeSms(rest, smsLimit);
      messages.push(message);
      rest = after;
    }
    return { messages, rest };
  };
  const whole = take(room);
  const { messages, rest } = whole.rest === '' ? whole : take(Math.max(1, room - 1));
  return { messages, next: rest === '' ? null : text.trimEnd().length - rest.length };
}

/** Joins neighbours that fit into one message: it costs less, and cannot arrive in the wrong order. */
function join(blocks: readonly Block[]): string[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const both = `${last?.text}\n${block.text}`;
    if (last?.way === 'whole' && block.way === 'whole' && smsLength(both) <= smsLimit) joined.splice(-1, 1, { ...block, text: both });
    else joined.push(block);
  }
  return joined.map((block) => block.text);
}
