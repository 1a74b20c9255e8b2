import { createMessages } from '../../src/bot/create-messages';
import { createPageRenderer, pickChannelTexts } from '../../src/channels';
import { respond } from '../../src/conversation/respond';
import { lastResort } from '../../src/safety/last-resort';
import { FakeConnector } from '../fakes/fake-connector';
import { TestServer } from '../fakes/test-server';
import { realContent } from '../support/real-content';

describe('the handoff event', () => {
  let connector: FakeConnector;
  let server: TestServer;

  /** Answers one question on a channel and skips to the summary. */
  const reachSummary = async (channelId: string, sendsSummary: boolean) => {
    const content = realContent({ sendsSummary });
    const render = createPageRenderer(pickChannelTexts(content.data.texts));
    connector = await FakeConnector.start();
    server = await TestServer.start({ content, respond, render, lastResort });
    const { takeTurn, messages } = server.server;
    const { handle, send } = createMessages({ app: null, takeTurn, sendsSummary, lastResort: () => [], log: server.turns.log });
    messages?.attach(handle);
    server.outbox.start(send);
    const says = ['start', 'me', 'none of these', 'heroin', 'my secret words about feeling sick', 'summary'];
    for (const [index, text] of says.entries())
      await server.call('POST', '/api/messages', undefined, {
        type: 'message',
        id: `m${index}`,
        text,
        channelId,
        serviceUrl: connector.url,
        from: { id: 'person', name: 'Ann Example', aadObjectId: 'aad-1' },
        recipient: { id: 'bot', name: 'Guide' },
        conversation: { id: 'c', tenantId: 'tenant-1', name: 'Chat of Ann' },
      });
    await connector.until(says.length);
  };
  const events = () => connector.sent.filter(({ type }) => type === 'event');
  const untilHandoff = async () => {
    while (!connector.sent.some((one) => JSON.stringify(one).includes('Ready to talk')))
      await new Promise((resolve) => setTimeout(resolve, 10));
    await new Promise((resolve) => setTimeout(resolve, 100));
  };

  afterEach(() => Promise.all([connector.stop(), server.stop()]));

  it('brings the coded summary to a channel that carries events, once, without words, names and accounts', async () => {
    await reachSummary('webchat', true);
    await untilHandoff();
    const [event, ...others] = events();
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      type: 'event',
      name: 'handoff.initiate',
      value: { version: 1, outcome: expect.any(String), answers: { who: ['me'], substance: ['heroin'] }, language: 'en' },
    });
    expect(JSON.stringify(event)).not.toMatch(/secret|Ann|aad-1|tenant-1/);
  });

  it.each([
    ['webchat', false],
    ['msteams', true],
    ['sms', true],
  ] as const)('is not sent on %s when it is wanted: %s', async (channel, wanted) => {
    await reachSummary(channel, wanted);
    await untilHandoff();
    expect(events()).toEqual([]);
  });

  it('is told of where people ask about their privacy', () => {
    const say = (sendsSummary: boolean, language: 'en' | 'es') =>
      respond(
        realContent({ sendsSummary }),
        null,
        { kind: 'choice', text: '', choices: ['topic:chat-privacy'], channel: 'web', language },
        0,
      )
        .replies.map(({ text }) => text)
        .join(' ');
    expect(say(false, 'en')).toContain('I do not send it to the center.');
    expect(say(true, 'en')).toMatch(/choices you made may be sent on/);
    expect(say(true, 'en')).not.toContain('I do not send it');
    expect(say(true, 'es')).toContain('se pueden mandar las respuestas que eligió');
  });
});
