import { FakeConnector } from '../fakes/fake-connector';
import { BotClient } from './bot-client';
import type { GuideProcess } from './guide-process';
import { Requests } from './requests';
import { type Findings, WebsiteClient } from './website-client';

/** A server lives at least until so many requests succeeded, so that each kill interrupts work, also on a slow machine. */
const successes = 30;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What is done to the servers. */
export interface Ordeal {
  readonly servers: readonly GuideProcess[];
  readonly kills: number;
  readonly websiteClients: number;
  readonly botClients: number;
  /** Done before a kill, where something else has to break as well. */
  readonly meanwhile?: (kill: number) => Promise<void>;
}

/**
 * Kills servers under clients, again and again, at moments spread around those at which they commit, and starts them anew. Prints when they were
 * killed, and gives what the clients found in the end.
 */
export async function endureKills(name: string, { servers, kills, websiteClients, botClients, meanwhile }: Ordeal): Promise<Findings> {
  const requests = new Requests();
  const connector = await FakeConnector.start();
  await Promise.all(servers.map((server) => server.start()));
  const clients = [
    ...Array.from({ length: websiteClients }, () => new WebsiteClient(requests, servers)),
    ...Array.from({ length: botClients }, () => new BotClient(requests, servers, connector)),
  ];
  let isOver = false;
  const talks = Promise.all(clients.map((client) => client.talk(() => isOver)));
  // Failures are seen when they are awaited. Nobody is left to talk when every conversation was lost.
  const endTalks = () => {
    isOver = true;
  };
  talks.then(endTalks, endTalks);
  const moments: number[] = [];
  let inFlight = 0;
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const enough = requests.succeeded + successes;
      await pause(100 + Math.random() * 400);
      while (!isOver && requests.succeeded < enough) await pause(5);
      await meanwhile?.(kill);
      // Half of the kills follow closely upon a request, when it is being committed; the others come at any time.
      if (kill % 2 === 0) {
        const before = requests.lastSent;
        while (!isOver && requests.lastSent === before) await pause(0);
        const until = performance.now() + Math.random() * 12;
        while (performance.now() < until) await new Promise(setImmediate);
      }
      moments.push(performance.now() - requests.lastSent);
      if (requests.underWay > 0) inFlight += 1;
      const server = servers[kill % servers.length];
      await server?.kill();
      await server?.start();
    }
    await pause(300);
    isOver = true;
    await talks;
    const found = await Promise.all(clients.map((client) => client.check()));
    const sum = (of: (findings: Findings) => number) => found.reduce((total, findings) => total + of(findings), 0);
    const total: Findings = {
      acknowledged: sum(({ acknowledged }) => acknowledged),
      resent: sum(({ resent }) => resent),
      lost: sum(({ lost }) => lost),
      doubled: sum(({ doubled }) => doubled),
      faults: found.flatMap(({ faults }) => faults),
    };
    process.stdout.write(
      `${name}: kills ${kills}, acknowledged ${total.acknowledged}, lost ${total.lost}, doubled ${total.doubled}, resent ${total.resent}, faults ${total.faults.length}\n` +
        `  killed with requests under way ${inFlight} times; milliseconds after the last request: ${histogram(moments)}\n`,
    );
    return total;
  } finally {
    isOver = true;
    await Promise.all(servers.map((server) => server.kill()));
    await connector.stop();
  }
}

function histogram(moments: readonly number[]): string {
  const edges = [1, 2, 4, 8, 16, 32, 64, Number.POSITIVE_INFINITY];
  return edges
    .map((edge, index) => {
      const from = edges[index - 1] ?? 0;
      return `${from}-${edge === Number.POSITIVE_INFINITY ? '' : edge}: ${moments.filter((moment) => moment >= from && moment < edge).length}`;
    })
    .join(', ');
}
