import { ConversationLost } from './conversation-lost';

/** Requests of all clients: when the last one was sent, how many are under way and how many succeeded, to choose and show the moments of kills. */
export class Requests {
  lastSent = 0;
  underWay = 0;
  succeeded = 0;

  /** Sends JSON to one of `servers`. Gives null for every answer but success and 404, and when there is none: then it has to be sent again. Throws ConversationLost. */
  // biome-ignore lint/suspicious/noExplicitAny: answers are JSON of many shapes
  async send(servers: readonly { readonly url: string }[], method: string, path: string, body?: unknown, token?: string): Promise<any> {
    const server = servers[Math.floor(Math.random() * servers.length)];
    this.underWay += 1;
    this.lastSent = performance.now();
    try {
      const response = await fetch(`${server?.url}${path}`, {
        method,
        headers: { 'Content-Type': 'application/json', ...(token !== undefined && { Authorization: `Bearer ${token}` }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(15_000),
      });
      const text = await response.text();
      if (response.status === 404) throw new ConversationLost();
      if (response.ok) this.succeeded += 1;
      return response.ok ? (text === '' ? {} : JSON.parse(text)) : null;
    } catch (error) {
      if (error instanceof ConversationLost) throw error;
      return null;
    } finally {
      this.underWay -= 1;
    }
  }

  /** The same, again and again until it succeeds. Throws ConversationLost, and an error after two minutes. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  async insist(servers: readonly { readonly url: string }[], method: string, path: string, body?: unknown, token?: string): Promise<any> {
    const until = performance.now() + 120_000;
    while (performance.now() < until) {
      const answer = await this.send(servers, method, path, body, token);
      if (answer !== null) return answer;
      await new Promise((resolve) => setTimeout(resolve, 10 + Math.random() * 30));
    }
    throw new Error(`${method} ${path.split('?')[0]} never succeeded`);
  }
}
