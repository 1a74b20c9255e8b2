import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { accessSync, closeSync, constants, openSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { freePort } from './free-port';
import { FreshDatabases } from './fresh-databases';
import { directoryFor, type PostgresAccount, postgresAccount } from './postgres-account';

const startMilliseconds = 60_000;
const signals = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const;

/**
 * Waits until this process is gone, however it ends, then stops the server and removes its directory ($1). It is told the server's id by
 * lines on its standard input, an empty one for a server that has ended. An exit handler would not do: a signal skips it, and so does Jest.
 */
const guard = `
  while read -r line; do pid=$line; done
  if [ -n "$pid" ] && kill -s QUIT "$pid"; then
    tries=0
    while kill -s 0 "$pid" && [ $tries -lt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
  fi
  rm -rf "$1"`;

function isServerBin(directory: string): boolean {
  try {
    for (const program of ['postgres', 'initdb']) accessSync(join(directory, program), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The environment without settings of PostgreSQL's clients and server, and with messages in English. */
function plainEnvironment(): NodeJS.ProcessEnv {
  return { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG'))), LC_ALL: 'C' };
}

/**
 * A PostgreSQL server of one test, on a free port of 127.0.0.1, with a fresh cluster in a temporary directory and the durability of the
 * defaults: it can be stopped and started as in an operator's bad night. It ends with this process, also when that is killed.
 */
export class PostgresServer {
  private server: ChildProcess | null = null;
  private ended: Promise<void> = Promise.resolve();
  private readonly guardian: ChildProcess;
  private readonly guardianEnded: Promise<unknown>;
  private readonly databases: FreshDatabases;

  private constructor(
    private readonly bin: string,
    private readonly directory: string,
    private readonly port: number,
    private readonly owner: PostgresAccount,
  ) {
    this.databases = new FreshDatabases(this.url());
    // In a session of its own, so that Ctrl-C reaches only this process, and the guardian cleans up after it.
    this.guardian = spawn('sh', ['-c', guard, 'guard', directory], {
      ...owner,
      cwd: '/',
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.guardianEnded = new Promise((resolve) => this.guardian.once('exit', resolve).once('error', resolve));
    this.guardian.stdin?.on('error', () => undefined);
    this.guardian.unref();
  }

  /**
   * The bin directory of a PostgreSQL server: the first on PATH, with links resolved, then the newest of Debian's. Null where there is
   * none. Never throws.
   */
  static find(): string | null {
    for (const directory of (process.env['PATH'] ?? '').split(delimiter)) {
      if (directory === '' || !isServerBin(directory)) continue;
      const real = dirname(realpathSync(join(directory, 'postgres')));
      return isServerBin(real) ? real : directory;
    }
    const debian = '/usr/lib/postgresql';
    try {
      const versions = readdirSync(debian).sort((one, other) => Number(other) - Number(one));
      return versions.map((version) => join(debian, version, 'bin')).find(isServerBin) ?? null;
    } catch {
      return null;
    }
  }

  /**
   * Makes a cluster (user `postgres`, any password, UTF-8, locale C) and starts a server that accepts connections. When this process is
   * root, they belong to the user `postgres`, or else `nobody`. Throws without PostgreSQL, when `initdb` fails, and with the server's log
   * when it does not accept connections within 60 seconds.
   */
  static async start(): Promise<PostgresServer> {
    const bin = PostgresServer.find();
    if (bin === null) throw new Error('PostgreSQL is not installed (apt-get install postgresql)');
    const owner = postgresAccount();
    const port = await freePort();
    const directory = directoryFor(owner);
    const server = new PostgresServer(bin, directory, port, owner);
    try {
      await server.makeCluster();
      await server.resume();
      return server;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** The id of the server's main process, null while it does not run. */
  get pid(): number | null {
    return this.server?.pid ?? null;
  }

  /** The address of a database on this server, whether that exists or not. The same after a restart. */
  url(database = 'postgres'): string {
    return `postgres://postgres@127.0.0.1:${this.port}/${encodeURIComponent(database)}`;
  }

  /** Makes an empty database with a random name and gives its url. Throws what `pg` throws while the server does not run. */
  createDatabase(): Promise<string> {
    return this.databases.create();
  }

  /**
   * Stops the server and resolves when it has ended: `fast` ends all sessions and writes everything down, `immediate` is a crash, after
   * which the next start recovers from the log. Does nothing when it does not run.
   */
  async halt(mode: 'fast' | 'immediate'): Promise<void> {
    this.server?.kill(signals[mode]);
    await this.ended;
  }

  /** Starts the halted server on the same port and resolves when it accepts connections. Throws like `start`, and when it runs already. */
  async resume(): Promise<void> {
    if (this.server !== null) throw new Error('The server runs already');
    const log = openSync(join(this.directory, 'log'), 'w');
    const options = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
    const server = spawn(join(this.bin, 'postgres'), ['-D', join(this.directory, 'data'), '-p', String(this.port), ...options], {
      ...this.owner,
      cwd: this.directory,
      detached: true,
      env: plainEnvironment(),
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.server = server;
    this.ended = new Promise<unknown>((resolve) => server.once('exit', resolve).once('error', resolve)).then(() => {
      this.server = null;
      this.guardian.stdin?.write('\n');
    });
    server.unref();
    this.guardian.stdin?.write(`${server.pid ?? ''}\n`);
    await this.accepting();
  }

  /** `halt` and `resume`. Throws what they throw. */
  async restart(mode: 'fast' | 'immediate'): Promise<void> {
    await this.halt(mode);
    await this.resume();
  }

  /** Stops the server for good and removes its directory. Does nothing the second time. */
  async stop(): Promise<void> {
    await this.halt('fast');
    this.guardian.stdin?.end();
    await this.guardianEnded;
  }

  private async makeCluster(): Promise<void> {
    const options = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
    await promisify(execFile)(join(this.bin, 'initdb'), ['-D', join(this.directory, 'data'), ...options], {
      ...this.owner,
      cwd: this.directory,
      env: plainEnvironment(),
    });
  }

  private async accepting(): Promise<void> {
    const until = Date.now() + startMilliseconds;
    let refused = '';
    while (this.server !== null && Date.now() < until) {
      const client = new Client({ connectionString: this.url(), connectionTimeoutMillis: 5_000 });
      client.on('error', () => undefined);
      try {
        await client.connect();
        return;
      } catch (error) {
        refused = String(error);
      } finally {
        await client.end();
      }
      await pause(50);
    }
    await this.halt('immediate');
    const log = readFileSync(join(this.directory, 'log'), 'utf8');
    throw new Error(`PostgreSQL does not accept connections on port ${this.port}: ${refused}\n${log}`);
  }
}
