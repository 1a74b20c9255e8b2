import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const startMilliseconds = 60_000;

/** The built server (`dist/main.js`) in a process of its own, on one port for all its lives. */
export class GuideProcess {
  private child: ChildProcess | null = null;

  /** `nodeOptions`: arguments of node before the program. */
  constructor(
    readonly port: number,
    private readonly settings: Readonly<Record<string, string>>,
    private readonly nodeOptions: readonly string[] = [],
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Resolves when the server listens. Throws when it ends before that, or takes longer than a minute; the error holds what it printed. */
  async start(): Promise<void> {
    const root = join(__dirname, '..', '..');
    const child = spawn(process.execPath, [...this.nodeOptions, join(root, 'dist', 'main.js')], {
      cwd: root,
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'development',
        LOG_LEVEL: 'error',
        PORT: String(this.port),
        CENTER_PHONE: '865-234-5678',
        ...this.settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    let printed = '';
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`the server does not listen: ${printed}`)), startMilliseconds);
      const read = (part: Buffer) => {
        printed = (printed + part).slice(-5000);
        if (!printed.includes('The guide listens on')) return;
        clearTimeout(late);
        resolve();
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', () => {
        clearTimeout(late);
        reject(new Error(`the server ended: ${printed}`));
      });
    });
  }

  /** Ends the process as a power cut would, and waits until it is gone. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Asks the process to end, and waits until it did. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
}
