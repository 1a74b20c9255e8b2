import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

const startMilliseconds = 60_000;

/** Microsoft's Agents Playground in a process of its own: a connector of Teams, and a page with the Teams chat. */
export class Playground {
  private constructor(
    private readonly child: ChildProcess,
    /** The page. */
    readonly url: string,
  ) {}

  /** `endpoint`: where the bot takes messages. Only for networks without other computers, since it listens on all addresses. */
  static async start(endpoint: string): Promise<Playground> {
    const program = require.resolve('@microsoft/m365agentsplayground/cli.js');
    const options = ['--app-endpoint', endpoint, '--channel-id', 'msteams', '--disable-telemetry'];
    const child = spawn(process.execPath, [program, 'start', ...options], {
      env: { PATH: process.env['PATH'] },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    const port = await new Promise<string>((resolve, reject) => {
      const late = setTimeout(() => {
        child.kill('SIGKILL');
        reject(new Error(`the Playground does not listen: ${printed}`));
      }, startMilliseconds);
      const read = (part: Buffer) => {
        printed = (printed + part).slice(-5000);
        const found = /Listening on (\d+)/.exec(printed)?.[1];
        if (found === undefined) return;
        clearTimeout(late);
        resolve(found);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', () => {
        clearTimeout(late);
        reject(new Error(`the Playground ended: ${printed}`));
      });
    });
    return new Playground(child, `http://127.0.0.1:${port}`);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
}
