import { readActivity } from '../../src/channels';
import { languages } from '../../src/language/language';
import { describeBrowser } from '../support/describe-browser';
import { realContent } from '../support/real-content';
import { CardPage } from './card-page';
import { type Button, type Card, everyCard, type Part } from './every-card';
import { oneOfEachLook } from './one-of-each-look';
import type { ShownCard, Tapped } from './show-card';
import { teamsThemes } from './teams-themes';

/** The words of a card without the markdown that cards have: lists, and links in them. */
function plain(text: string): string {
  return text
    .replace(/^- /, '')
    .replaceAll('\n- ', '')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replaceAll('\n', '')
    .trim();
}

/** All parts of a card, in their order. */
function partsOf(parts: readonly Part[]): Part[] {
  return parts.flatMap((part) => [part, ...partsOf(part.items ?? [])]);
}

function buttonsOf({ body }: Card): readonly Button[] {
  return partsOf(body).flatMap(({ actions = [] }) => actions);
}

/** What a person has to get to see of a card. */
function expectedOf({ body }: Card): ShownCard {
  const parts = partsOf(body);
  return {
    faults: [],
    texts: parts.flatMap(({ text, label }) => [text, label].flatMap((words) => (words === undefined ? [] : [plain(words)]))),
    buttons: parts.flatMap(({ actions = [] }) => actions.map(({ title }) => title)),
    ticks: parts.flatMap(({ choices = [] }) => choices.map(({ title }) => title)),
  };
}

/** What a button has to do. */
function tappedBy({ type, data, url, targetElements }: Button): Tapped {
  if (type === 'Action.OpenUrl') return { url: url ?? '' };
  return type === 'Action.Submit' ? { data } : { toggles: targetElements ?? [] };
}

describeBrowser('every card of the content, in Microsoft’s renderer,', (browser) => {
  let cards: readonly Card[];
  let page: CardPage;
  let shown: readonly ShownCard[];
  beforeAll(async () => {
    const content = realContent({ website: 'https://www.example.org' });
    cards = languages.flatMap((language) => everyCard(content, language));
    page = await CardPage.open(browser());
    shown = await page.show(cards);
  });
  afterAll(() => page.close());

  it('is read without a fault, and nothing of it is dropped', () => {
    expect(cards.length).toBeGreaterThan(600);
    expect(shown).toEqual(cards.map(expectedOf));
    expect(page.problems).toEqual([]);
  });

  it('does with its buttons what they are made for', async () => {
    const tapped = await page.tapAll();
    expect(tapped).toEqual(cards.flatMap(buttonsOf).map(tappedBy));
    expect(page.problems).toEqual([]);
  });

  it('has no color, picture or font of its own', () => {
    const named = new Set([...JSON.stringify(cards).matchAll(/"(\w+)":|"type":"([^"]+)"/g)].flatMap(([, name, type]) => [name ?? type]));
    expect([...named].filter((name) => /color|image|icon|font|media/i.test(name ?? ''))).toEqual([]);
    expect(new Set(cards.flatMap(({ body }) => partsOf(body).flatMap(({ style }) => style ?? [])))).toEqual(
      new Set(['attention', 'expanded']),
    );
  });

  describe('when it is tapped', () => {
    const withPart = (has: (part: Part) => boolean) => cards.filter(({ body }) => partsOf(body).some(has)).slice(0, 1);
    const button = (name: string) => page.page.getByRole('button', { name, exact: true });

    it('sends what was ticked joined by commas, and nothing of it beside what skips', async () => {
      const [card] = withPart(({ choices }) => choices !== undefined);
      const ticks = card?.body.find(({ choices }) => choices !== undefined)?.choices ?? [];
      const [send, skip] = card === undefined ? [] : buttonsOf(card);
      await page.show([card ?? {}]);
      await button(send?.title ?? '').click();
      expect(readActivity({ type: 'message', value: (await page.sent())[0] }, 'msteams')).toMatchObject({ kind: 'text', text: '' });
      for (const tick of [ticks[0], ticks[2]]) await page.page.getByLabel(tick?.title ?? '', { exact: true }).check();
      await button(send?.title ?? '').click();
      await button(skip?.title ?? '').click();
      expect(await page.sent()).toEqual([{ guide: {}, choices: `${ticks[0]?.value},${ticks[2]?.value}` }, skip?.data]);
    });

    it('unfolds and folds where an answer comes from', async () => {
      await page.show(withPart(({ id }) => id === 'sources'));
      const sources = page.page.locator('#sources');
      const toggle = page.page.locator('button[aria-controls="sources"]');
      for (const isShown of [false, true, false]) {
        expect(await sources.isVisible()).toBe(isShown);
        await toggle.click();
      }
      expect(await sources.getByRole('link').count()).toBeGreaterThan(0);
    });
  });

  it.each(Object.keys(teamsThemes) as (keyof typeof teamsThemes)[])('can be read in the theme %s', async (theme) => {
    const looks = oneOfEachLook(cards);
    expect(looks.some(({ body }) => body.some(({ style }) => style === 'attention'))).toBe(true);
    await page.show(looks, theme);
    // Unfolds what is folded away.
    await page.tapAll();
    expect(await page.faintWords()).toEqual([]);
    expect(page.problems).toEqual([]);
  });
});
