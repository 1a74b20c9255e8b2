import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';

/** A person at a page with the chat. */
export class GuidePage {
  /** Addresses that the page asked for. */
  readonly requested: string[] = [];
  /** What went wrong on the page: exceptions and violations of its policy. */
  readonly problems: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('request', (request) => this.requested.push(request.url()));
    page.on('pageerror', (error) => this.problems.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|Trusted/i.test(message.text())) this.problems.push(message.text());
    });
  }

  static async open(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<GuidePage> {
    const context = await browser.newContext(options);
    const guide = new GuidePage(context, await context.newPage());
    guide.page.setDefaultTimeout(10_000);
    await guide.page.goto(url);
    return guide;
  }

  get launcher(): Locator {
    return this.page.locator('.launcher');
  }

  get field(): Locator {
    return this.page.locator('.field');
  }

  get choices(): Locator {
    return this.page.locator('.choices');
  }

  get log(): Locator {
    return this.page.locator('[role=log]');
  }

  /** Messages of the guide. */
  get replies(): Locator {
    return this.page.locator('.message:not(.mine)');
  }

  async launch(): Promise<void> {
    await this.launcher.click();
    await this.replies.first().waitFor();
  }

  async type(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press('Enter');
  }

  /** Taps the choice or command with these words. */
  async tap(name: string | RegExp): Promise<void> {
    await this.choices.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) }).click();
  }

  /** Waits until a message of the guide holds these words. */
  async hear(words: string | RegExp): Promise<void> {
    await this.replies.filter({ hasText: words }).last().waitFor();
  }

  async menu(name: string | RegExp): Promise<void> {
    await this.page.locator('.more summary').click();
    await this.page.locator('.more').getByRole('button', { name }).click();
  }

  /** Words of all messages, in their order, without the names of who said them. */
  async said(): Promise<string[]> {
    const texts = await this.page.locator('.bubble').allInnerTexts();
    return texts.map((text) => text.replace(/^\s*(Guide|You|Guía|Usted):\s*/, '').trim());
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
