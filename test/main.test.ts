import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';
import { describePostgres } from './support/describe-postgres';

const root = join(__dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'guide-main-'));

afterAll(() => rmSync(folder, { recursive: true }));

/** The built program (`npm test` builds first), as an operator starts it; its settings come from `env` alone. */
class Program {
  output = '';
  readonly process: ChildProcess;
  readonly ended: Promise<number | null>;

  constructor(env: Record<string, string>) {
    this.process = spawn(process.execPath, [join(root, 'dist', 'main.js')], {
      cwd: join(root, 'test'),
      env: { PATH: process.env['PATH'], DATA_DIR: folder, ...env },
    });
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.on('data', (part) => {
        this.output += part;
      });
    }
    this.ended = once(this.process, 'close').then(([code]) => code as number | null);
  }

  /** The address that it prints when it listens. */
  async address(): Promise<string> {
    for (let tries = 0; tries < 500; tries += 1) {
      const found = /listens on (http:\S+)\n/.exec(this.output)?.[1];
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`It does not listen: ${this.output}`);
  }
}

/** A website conversation that may change servers. */
class Talk {
  private constructor(
    public address: string,
    private readonly conversation: string,
    private readonly token: string,
    readonly streamUrl: string,
  ) {}

  static async open(address: string): Promise<Talk> {
    const post = async (path: string, token = '') =>
      (await (
        await fetch(`${address}v3/directline${path}`, { method: 'POST', headers: { Authorization: `Bearer ${token}` } })
      ).json()) as Record<string, string>;
    const opened = await post('/conversations', (await post('/tokens/generate'))['token']);
    return new Talk(address, opened['conversationId'] ?? '', opened['token'] ?? '', opened['streamUrl'] ?? '');
  }

  async say(text: string): Promise<void> {
    expect((await this.call('POST', { type: 'message', text })).ok).toBe(true);
  }

  /** All texts of the log. */
  async read(): Promise<string[]> {
    const set = (await (await this.call('GET')).json()) as { readonly activities: readonly { readonly text: string }[] };
    return set.activities.map(({ text }) => text);
  }

  private call(method: string, body?: object): Promise<Response> {
    return fetch(`${this.address}v3/directline/conversations/${this.conversation}/activities`, {
      method,
      headers: { Authorization: `Bearer ${this.token}`, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
  }
}

describe('the program', () => {
  it('says all that is wrong with its settings and stops', async () => {
    const program = new Program({ NODE_ENV: 'production', PORT: 'x' });
    expect(await program.ended).toBe(1);
    expect(program.output).toMatch(
      /cannot start:\n {2}- PORT is "x".*\n {2}- CENTER_PHONE is not set.*\n {2}- DATA_KEY is not set.*\n {2}- MICROSOFT_APP_ID is not set/,
    );
  });

  it('talks, loads the bot, and ends cleanly with a chat open', async () => {
    const program = new Program({ PORT: '0' });
    const address = await program.address();
    const post = async (path: string, token = '') =>
      (await (
        await fetch(`${address}v3/directline${path}`, { method: 'POST', headers: { Authorization: `Bearer ${token}` } })
      ).json()) as Record<string, string>;
    const { token } = await post('/tokens/generate');
    const { streamUrl } = await post('/conversations', token);
    const socket = new WebSocket(streamUrl ?? '');
    const [greeting] = await once(socket, 'message');
    expect(JSON.parse(String(greeting)).activities[0].text).toContain('911');
    for (let tries = 0; !(await (await fetch(`${address}healthz`)).text()).includes('"on"'); tries += 1) {
      if (tries > 100) throw new Error('The bot is not loaded.');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const closed = once(socket, 'close');
    program.process.kill('SIGTERM');
    expect((await closed)[0]).toBe(1001);
    expect(await program.ended).toBe(0);
  }, 20_000);

  it('goes on with a conversation after it was started again, with no set-up', async () => {
    const first = new Program({ PORT: '0', MESSAGES_ENDPOINT: 'off' });
    const talk = await Talk.open(await first.address());
    await talk.say('what is detox');
    const before = await talk.read();
    first.process.kill('SIGTERM');
    await first.ended;
    const second = new Program({ PORT: '0', MESSAGES_ENDPOINT: 'off' });
    talk.address = await second.address();
    expect(await talk.read()).toEqual(before);
    await talk.say('start');
    expect((await talk.read()).length).toBeGreaterThan(before.length + 1);
    second.process.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  }, 20_000);

  it('says what is wrong with its data folder or its data key, and stops', async () => {
    const below = join(folder, 'file');
    writeFileSync(below, 'no folder');
    const nowhere = new Program({ PORT: '0', DATA_DIR: join(below, 'data') });
    expect(await nowhere.ended).toBe(1);
    expect(nowhere.output).toMatch(/DATA_DIR/);
    const data = join(folder, 'keyed');
    const keyed = new Program({ PORT: '0', DATA_DIR: data, DATA_KEY: Buffer.alloc(32, 'a').toString('base64'), MESSAGES_ENDPOINT: 'off' });
    await keyed.address();
    keyed.process.kill('SIGTERM');
    await keyed.ended;
    const wrong = new Program({ PORT: '0', DATA_DIR: data, DATA_KEY: Buffer.alloc(32, 'b').toString('base64') });
    expect(await wrong.ended).toBe(1);
    expect(wrong.output).toMatch(/^The database is encrypted with the data key [0-9a-f]{8}, and DATA_KEY does not have it/);
  }, 20_000);
});

describePostgres('two programs with one DATABASE_URL', (database) => {
  it('serve one conversation from both ports', async () => {
    const settings = { PORT: '0', DATABASE_URL: await database(), MESSAGES_ENDPOINT: 'off' };
    const programs = [new Program(settings), new Program(settings)];
    const [one, two] = await Promise.all(programs.map((program) => program.address()));
    const talk = await Talk.open(one ?? '');
    const socket = new WebSocket(talk.streamUrl);
    const seen: unknown[] = [];
    socket.on('message', (data) => seen.push(...JSON.parse(String(data)).activities));
    await talk.say('what is detox');
    talk.address = two ?? '';
    await talk.say('what does it cost');
    const log = await talk.read();
    expect(log.filter((text) => text.startsWith('what '))).toEqual(['what is detox', 'what does it cost']);
    for (let tries = 0; seen.length < log.length && tries < 500; tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(seen).toHaveLength(log.length);
    socket.terminate();
    for (const program of programs) program.process.kill('SIGTERM');
    expect(await Promise.all(programs.map((program) => program.ended))).toEqual([0, 0]);
  }, 30_000);
});
