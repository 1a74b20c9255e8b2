import type { Activity } from 'botframework-schema';
import { z } from 'zod';

const action = z.object({ type: z.string(), title: z.string(), url: z.string().optional() });
const element: z.ZodType<Element> = z.object({
  type: z.string(),
  text: z.string().optional(),
  label: z.string().optional(),
  style: z.string().optional(),
  choices: z.array(z.object({ title: z.string() })).optional(),
  actions: z.array(action).optional(),
  get items() {
    return z.array(element).optional();
  },
});
const attachment = z.object({ content: z.object({ body: z.array(element) }) });

interface Element {
  type: string;
  text?: string | undefined;
  label?: string | undefined;
  style?: string | undefined;
  choices?: { title: string }[] | undefined;
  actions?: z.infer<typeof action>[] | undefined;
  items?: Element[] | undefined;
}

/** What a person sees of some activities, a blank line apart: texts, cards as lines, and buttons in brackets. */
export function shownText(activities: readonly Partial<Activity>[]): string {
  return activities.map(show).join('\n\n');
}

function show({ text, attachments = [], suggestedActions }: Partial<Activity>): string {
  const cards = attachments.flatMap((one) => {
    const lines = attachment.parse(one).content.body.flatMap(linesOf);
    return ['+--', ...lines.map((line) => `| ${line}`), '+--'];
  });
  const suggested = cards.length > 0 || text === undefined ? [] : shownActions(suggestedActions);
  return [...(text === undefined ? [] : [text]), ...cards, ...suggested].join('\n');
}

function shownActions(suggested: Activity['suggestedActions'] | undefined): string[] {
  const titles = (suggested?.actions ?? []).filter(({ type }) => type === 'imBack').map(({ title }) => `[ ${title} ]`);
  return titles.length === 0 ? [] : [titles.join(' ')];
}

function linesOf({ text, label, style, choices = [], actions = [], items = [] }: Element): string[] {
  const buttons = actions.map(({ title, url }) => (url === undefined ? `[ ${title} ]` : `[ ${title} -> ${url} ]`)).join(' ');
  return [
    ...(text === undefined ? [] : text.split('\n')),
    ...(label === undefined ? [] : [label]),
    ...choices.map(({ title }) => `[ ] ${title}`),
    ...(buttons === '' ? [] : [buttons]),
    ...items.flatMap(linesOf).map((line) => (style === 'attention' ? `! ${line}` : line)),
  ];
}
