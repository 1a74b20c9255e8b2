import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import WebSocket from 'ws';

const root = join(__dirname, '..');

/** The built program (`npm test` builds first), as an operator starts it; its settings come from `env` alone. */
class Program {
  output = '';
  readonly process: ChildProcess;
  readonly ended: Promise<number | null>;

  constructor(env: Record<string, string>) {
    this.process = spawn(process.execPath, [join(root, 'dist', 'main.js')], {
      cwd: join(root, 'test'),
      env: { PATH: process.env['PATH'], ...env },
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

describe('the program', () => {
  it('says all that is wrong with its settings and stops', async () => {
    const program = new Program({ NODE_ENV: 'production', PORT: 'x' });
    expect(await program.ended).toBe(1);
    expect(program.output).toMatch(
      /cannot start:\n {2}- PORT is "x".*\n {2}- CENTER_PHONE is not set.*\n {2}- MICROSOFT_APP_ID is not set/,
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
});
