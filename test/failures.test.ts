import { createMessages } from '../src/bot/create-messages';
import { createPageRenderer, pickChannelTexts } from '../src/channels';
import type { Content } from '../src/content/content';
import { respond } from '../src/conversation/respond';
import { lastResort } from '../src/safety/last-resort';
import type { TurnDependencies } from '../src/turn/turn';
import { BrokenStore } from './fakes/broken-store';
import { FakeConnector } from './fakes/fake-connector';
import { TestServer } from './fakes/test-server';
import { realContent } from './support/real-content';

const content = realContent({ phone: '865-234-5678' });
const whole: Partial<TurnDependencies> = { content, respond, render: createPageRenderer(pickChannelTexts(content.data.texts)), lastResort };
const fail = () => {
  throw new Error('it failed');
};
const brokenModel: Content = { ...content, reader: { ...content.reader, read: fail } };

/** Everything that a turn is made of, each part failing alone. */
const failures: readonly (readonly [part: string, broken: () => Partial<TurnDependencies>])[] = [
  ['the store', () => ({ store: new BrokenStore() })],
  ['the renderer', () => ({ render: fail })],
  ['the model', () => ({ content: brokenModel })],
  ['respond', () => ({ respond: fail })],
];
/** How a person reaches the guide, and what they are told in answer to some words. */
const channels: readonly (readonly [channel: string, say: (server: TestServer, words: string) => Promise<string>])[] = [
  [
    'the website',
    async (server, words) => {
      const visitor = await server.visit({ locale: 'en' });
      await visitor.read();
      expect((await visitor.say(words, 'm1')).status).toBe(503);
      return (await visitor.texts()).join('\n');
    },
  ],
  ['Teams', (server, words) => sayToBot(server, 'msteams', words)],
  ['SMS', (server, words) => sayToBot(server, 'sms', words)],
];

async function sayToBot(server: TestServer, channelId: string, words: string): Promise<string> {
  const connector = await FakeConnector.start();
  const { handle } = createMessages({ app: null, takeTurn: server.server.takeTurn, log: server.turns.log, lastResort: () => [] });
  server.server.messages?.attach(handle);
  const activity = {
    type: 'message',
    id: 'm1',
    text: words,
    channelId,
    serviceUrl: connector.url,
    conversation: { id: '+18650001111' },
    from: { id: 'person' },
    recipient: { id: 'guide' },
    locale: 'en-US',
  };
  expect((await server.call('POST', '/api/messages', undefined, activity)).status).toBe(503);
  await connector.stop();
  return connector.texts.join('\n');
}

describe.each(channels)('on %s', (_channel, say) => {
  describe.each(failures)('when %s fails', (_part, broken) => {
    let server: TestServer;

    beforeEach(async () => {
      server = await TestServer.start({ ...whole, ...broken() });
    });
    afterEach(() => server.stop());

    it('everybody hears where help is, and nothing is acknowledged', async () => {
      const said = await say(server, 'what does detox cost');
      for (const number of ['911', '988', '865-234-5678']) expect(said).toContain(number);
    });

    it('danger still gets its own words', async () => {
      expect(await say(server, 'he is not breathing and his lips are blue')).toMatch(/naloxone/i);
      expect(JSON.stringify(server.turns.log.lines)).not.toMatch(/breathing|lips|8650001111/);
    });
  });
});
