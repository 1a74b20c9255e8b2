import { Client } from 'pg';
import { notifyChannel } from './postgres-statements';

const retryMilliseconds = 1000;
/** A connection that a firewall has forgotten never says so: it is asked for a sign of life. */
const askMilliseconds = 30_000;

/** Hears what other replicas tell through PostgreSQL, on a connection of its own that is made again when it breaks. */
export class PostgresListener {
  private client: Client | null = null;
  private closed = false;
  private retry: NodeJS.Timeout | null = null;

  /** `onMessage` gets every message; `onConnect` is called when listening begins, also again: something may have been missed until then. */
  constructor(
    private readonly url: string,
    private readonly onMessage: (message: string) => void,
    private readonly onConnect: () => void,
  ) {}

  /** Begins; connects in the background for as long as it takes. Calling it again changes nothing. */
  start(): void {
    if (this.client !== null || this.closed) return;
    const client = new Client({
      connectionString: this.url,
      connectionTimeoutMillis: 5000,
      query_timeout: 5000,
      keepAlive: true,
      application_name: 'guide-listener',
    });
    this.client = client;
    let lost = false;
    const again = () => {
      if (lost) return;
      lost = true;
      clearInterval(asking);
      this.client = null;
      client.end().catch(() => undefined);
      if (!this.closed) this.retry = setTimeout(() => this.start(), retryMilliseconds).unref();
    };
    const asking = setInterval(() => void client.query('SELECT 1').catch(again), askMilliseconds).unref();
    client.on('error', again);
    client.on('end', again);
    client.on('notification', ({ payload }) => this.onMessage(payload ?? ''));
    client
      .connect()
      .then(() => client.query(`LISTEN ${notifyChannel}`))
      .then(this.onConnect, again);
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.retry !== null) clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }
}
