import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createRenderer, pickChannelTexts } from '../../src/channels';
import type { Reply } from '../../src/conversation/reply';
import { languages } from '../../src/language/language';
import { describeBrowser } from '../support/describe-browser';
import { realContent } from '../support/real-content';
import { CardPage } from './card-page';
import { everyTurn } from './every-turn';
import type { teamsThemes } from './teams-themes';

/** Where pictures go, for people to look at; git ignores it. */
const folder = join(__dirname, '..', '..', 'screenshots');
const content = realContent({ website: 'https://www.example.org' });
const render = createRenderer(pickChannelTexts(content.data.texts));

const kinds: readonly (readonly [name: string, is: (reply: Reply) => boolean])[] = [
  ['question', ({ kind, several }) => kind === 'question' && !several],
  ['several-answers', ({ kind, several }) => kind === 'question' && several === true],
  ['danger', ({ kind, tier }) => kind === 'crisis' && tier === 'emergency'],
  ['answer-with-sources', ({ kind, sources = [] }) => kind === 'answer' && sources.length > 0],
  ['handoff', ({ kind, links = [] }) => kind === 'handoff' && links.length > 0],
];

describeBrowser('cards in Teams', (browser) => {
  let page: CardPage;
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    page = await CardPage.open(browser());
    await page.page.setViewportSize({ width: 480, height: 640 });
  });
  afterAll(() => page.close());

  describe.each(languages)('in %s', (language) => {
    const turns = everyTurn(content, 'msteams', language);

    it.each(kinds)('have no words that can hardly be read: %s', async (name, is) => {
      const turn = turns.find((replies) => replies.some(is)) ?? [];
      const activities = render(turn, { channel: 'msteams', language });
      const cards = activities.flatMap(({ attachments = [] }) => attachments.map((attachment) => attachment.content));
      expect(cards).not.toEqual([]);
      for (const theme of ['light', 'dark', 'contrast'] satisfies (keyof typeof teamsThemes)[]) {
        await page.show(cards, theme);
        // Unfolds what is folded away.
        await page.tapAll();
        expect(await page.faintWords()).toEqual([]);
        await page.page.locator('main').screenshot({ path: join(folder, `card-${name}-${language}-${theme}.png`) });
      }
      expect(page.problems).toEqual([]);
    });
  });
});
