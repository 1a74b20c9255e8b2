import { createMessages } from '../../src/bot/create-messages';
import { FakeConnector } from './fake-connector';
import type { TestServer } from './test-server';

/** Attaches the bot to a server, for everybody and without Microsoft; gives the channel's side of it. */
export async function attachBot(server: TestServer): Promise<FakeConnector> {
  const { takeTurn, messages } = server.server;
  const { handle, send } = createMessages({ app: null, takeTurn, log: server.turns.log, lastResort: () => [{ text: 'it failed' }] });
  messages?.attach(handle);
  server.outbox.start(send);
  return FakeConnector.start();
}
