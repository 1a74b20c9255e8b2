import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { until } from '../support/until';

/** Where pictures go, for people to look at; git ignores it. */
const folder = join(__dirname, '..', '..', 'screenshots');

/** What a choice may be called where it is shown: its label, or its full wording. */
export type Names = readonly string[];

/** A person in a Teams chat with the guide, on the Playground's page. */
export class TeamsPage {
  /** Addresses that the page asked for. */
  readonly requested: string[] = [];
  /** Exceptions on the page. */
  readonly problems: string[] = [];
  /** How many messages of the guide stood there when the person last did something. */
  private answered = 0;

  private constructor(private readonly page: Page) {
    page.on('request', (request) => this.requested.push(request.url()));
    page.on('websocket', (socket) => this.requested.push(socket.url()));
    page.on('pageerror', (error) => this.problems.push(error.message));
  }

  static async open(browser: Browser, url: string): Promise<TeamsPage> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
    const teams = new TeamsPage(await context.newPage());
    await teams.page.goto(url);
    await teams.field.waitFor();
    await teams.page.getByTitle('Toggle Log Panel').click();
    return teams;
  }

  /** Waits until the guide, since the person last did something, has said these words. */
  async hear(words: string): Promise<void> {
    await until(async () => (await this.heard()).join(' ').includes(words), `"${words}"`);
  }

  /** The guide's messages since the person last did something, each in one line. */
  async heard(): Promise<string[]> {
    return (await this.all()).slice(this.answered);
  }

  /** All messages of the guide, each in one line. */
  async all(): Promise<string[]> {
    return (await this.messages.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  }

  async say(text: string): Promise<void> {
    this.answered = await this.messages.count();
    await this.field.fill(text);
    await this.field.press('Enter');
  }

  /** Taps the choice where the guide's last messages offer it as a button, else types its number. */
  async tap(choice: Names): Promise<void> {
    await until(async () => (await this.press(choice)) || (await this.sayNumbers([choice])), `a way to choose "${choice[0]}"`);
  }

  /** Ticks the choices and sends them off where the guide's last messages have boxes for them, else types their numbers. */
  async tick(choices: readonly Names[]): Promise<void> {
    const names = choices.map((choice) => `"${choice[0]}"`).join(' and ');
    await until(async () => (await this.tickBoxes(choices)) || (await this.sayNumbers(choices)), `a way to choose ${names}`);
  }

  async picture(name: string): Promise<void> {
    mkdirSync(folder, { recursive: true });
    // The page moves new messages into sight, and darkens what the pointer rests on.
    await this.page.mouse.move(0, 0);
    await this.page.waitForTimeout(500);
    await this.page.screenshot({ path: join(folder, `playground-${name}.png`) });
  }

  private get field(): Locator {
    return this.page.locator('[role=textbox][contenteditable=true]');
  }

  private get messages(): Locator {
    return this.page.locator('.fai-OutputCard');
  }

  /** Messages since the person last did something, the newest first: buttons of older ones may have the same words. */
  private async newest(): Promise<Locator[]> {
    const count = await this.messages.count();
    return Array.from({ length: Math.max(0, count - this.answered) }, (_, index) => this.messages.nth(count - 1 - index));
  }

  private async press(choice: Names): Promise<boolean> {
    const messages = await this.newest();
    if (messages.length === 0) return false;
    for (const name of choice) {
      // Suggested actions stand below the last message, and have no class of the page's other buttons.
      const suggested = this.page.getByRole('button', { name, exact: true }).and(this.page.locator(':not(.fui-Button)'));
      const places = [...messages.map((message) => message.getByRole('button', { name, exact: true })), suggested];
      for (const place of places) {
        if ((await place.count()) === 0) continue;
        this.answered = await this.messages.count();
        await place.click();
        return true;
      }
    }
    return false;
  }

  private async tickBoxes(choices: readonly Names[]): Promise<boolean> {
    for (const message of await this.newest()) {
      if ((await message.getByRole('checkbox').count()) === 0) continue;
      for (const names of choices) {
        // A box is called by its question and its words.
        const boxes = names.map((name) => message.getByRole('checkbox', { name: new RegExp(`${name.replace(/[.?()]/g, '\\$&')}$`) }));
        const [first, ...others] = boxes;
        if (first === undefined) throw new Error('A choice has a name');
        await others.reduce((any, box) => any.or(box), first).check();
      }
      this.answered = await this.messages.count();
      await message.locator('.ac-actionSet').getByRole('button').first().click();
      return true;
    }
    return false;
  }

  private async sayNumbers(choices: readonly Names[]): Promise<boolean> {
    const texts = (await this.messages.allTextContents()).slice(this.answered);
    const lines = texts.flatMap((text) => text.split('\n')).map((line) => line.trim());
    const numbers = choices.map((names) =>
      lines.map((line) => /^(\d+)\. (.+)$/.exec(line)).find((found) => names.includes(found?.[2] ?? '')),
    );
    if (numbers.some((found) => found === undefined)) return false;
    await this.say(numbers.map((found) => found?.[1]).join(', '));
    return true;
  }
}
