import { z } from 'zod';

const text = z.strictObject({
  type: z.literal('TextBlock'),
  text: z.string().min(1),
  wrap: z.literal(true),
  weight: z.literal('Bolder').optional(),
  size: z.enum(['Small', 'Medium']).optional(),
  isSubtle: z.literal(true).optional(),
  spacing: z.enum(['None', 'Small']).optional(),
});
const guide = z.strictObject({ guide: z.strictObject({ choices: z.array(z.string()).length(1).optional() }) });
const action = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('Action.Submit'),
    title: z.string().min(1).max(40),
    data: guide,
    associatedInputs: z.literal('none').optional(),
  }),
  z.strictObject({
    type: z.literal('Action.OpenUrl'),
    title: z.string().min(1).max(40),
    url: z.string().regex(/^(tel:\+?\d+|https:\/\/\S+)$/),
  }),
  z.strictObject({
    type: z.literal('Action.ToggleVisibility'),
    title: z.string().min(1).max(40),
    targetElements: z.array(z.string()).length(1),
  }),
]);
const actions = z.strictObject({
  type: z.literal('ActionSet'),
  actions: z.array(action).min(1).max(6),
  spacing: z.enum(['None', 'Small']).optional(),
  separator: z.literal(true).optional(),
});
const ticks = z.strictObject({
  type: z.literal('Input.ChoiceSet'),
  id: z.string(),
  label: z.string().min(1),
  isMultiSelect: z.literal(true),
  style: z.literal('expanded'),
  wrap: z.literal(true),
  choices: z.array(z.strictObject({ title: z.string().min(1), value: z.string().regex(/^[a-z0-9-]+:[a-z0-9-]+$/) })).min(2),
});
const container = z.strictObject({
  type: z.literal('Container'),
  items: z.array(text).min(1),
  style: z.literal('attention').optional(),
  id: z.string().optional(),
  isVisible: z.boolean().optional(),
});

/** Our cards, with no property that Adaptive Cards 1.5 does not have and none that is misspelt, which Microsoft's own parser passes over. */
export const cardSchema = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  version: z.literal('1.5'),
  lang: z.enum(['en', 'es']),
  body: z.array(z.discriminatedUnion('type', [text, actions, ticks, container])).min(1),
});
