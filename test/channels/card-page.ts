import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type * as Host from './show-card';
import { type TeamsTheme, teamsThemes } from './teams-themes';

declare const host: typeof Host;

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Buttons are drawn by Teams, not by the renderer. */
function styles({ background, text, link }: TeamsTheme): string {
  return `
    html { background: ${background}; color: ${text}; font: 14px "Segoe UI", sans-serif; }
    main { max-width: 440px; }
    button { background: ${background}; color: ${text}; border: 1px solid; border-radius: 4px; padding: 6px 12px; font: inherit; }
    a { color: ${link}; }
    ul, p { margin: 0; } ul { padding-left: 1.2em; box-sizing: border-box; }
  `;
}

/** A page that shows cards with Microsoft's renderer, in the colors of Teams. */
export class CardPage {
  /** Exceptions, and what the renderer complained of. */
  readonly problems: string[] = [];

  private constructor(readonly page: Page) {
    page.on('pageerror', ({ message }) => this.problems.push(message));
    page.on('console', (message) => this.problems.push(message.text()));
    page.on('request', (request) => this.problems.push(`asked for ${request.url()}`));
    page.setDefaultTimeout(10_000);
  }

  static async open(browser: Browser): Promise<CardPage> {
    const opened = new CardPage(await browser.newPage());
    await opened.page.setContent('<!doctype html><html lang="en"><head><title>Cards</title></head><body><main></main></body></html>');
    await opened.page.addScriptTag({ content: await script() });
    return opened;
  }

  /** Shows cards below each other in the place of what was there. */
  async show(cards: readonly object[], theme: keyof typeof teamsThemes = 'light'): Promise<Host.ShownCard[]> {
    // As text: to bring large objects to the page takes longer than all the rest.
    const sent = JSON.stringify({ cards, theme: teamsThemes[theme], css: styles(teamsThemes[theme]) });
    const shown = await this.page.evaluate((json) => {
      const { css, ...more } = JSON.parse(json);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
      return JSON.stringify(host.showCards(more));
    }, sent);
    return JSON.parse(shown) as Host.ShownCard[];
  }

  /** Taps every button that is shown; gives what each did. */
  async tapAll(): Promise<Host.Tapped[]> {
    const tapped = await this.page.evaluate(() => {
      for (const button of document.querySelectorAll('button')) button.click();
      return JSON.stringify(host.takeTapped());
    });
    return JSON.parse(tapped) as Host.Tapped[];
  }

  /** Data of the buttons that were tapped since the last call. */
  sent(): Promise<unknown[]> {
    return this.page.evaluate(() => host.takeTapped().flatMap((tapped) => ('data' in tapped ? [tapped.data] : [])));
  }

  /** Words that stand out too little from what is behind them: WCAG 2.2, 1.4.3. */
  async faintWords(): Promise<string[]> {
    await this.page.evaluate(axe);
    return this.page.evaluate(async () => {
      interface Found {
        readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
      }
      const { run } = (window as unknown as { axe: { run: (...all: unknown[]) => Promise<Record<'violations' | 'incomplete', Found[]>> } })
        .axe;
      const { violations, incomplete } = await run(document, { runOnly: ['color-contrast'] });
      return [...violations, ...incomplete].flatMap(({ nodes }) => nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`));
    });
  }

  close(): Promise<void> {
    return this.page.close();
  }
}

let bundled: Promise<string> | null = null;

/** The renderer does not load in Node: it is bundled for the page, once. */
function script(): Promise<string> {
  bundled ??= build({
    entryPoints: [join(__dirname, 'show-card.ts')],
    bundle: true,
    format: 'iife',
    globalName: 'host',
    write: false,
    logLevel: 'silent',
  }).then(({ outputFiles: [file] }) => file?.text ?? '');
  return bundled;
}
