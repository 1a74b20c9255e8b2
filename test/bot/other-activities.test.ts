import { createMessages } from '../../src/bot/create-messages';
import { BrokenStore } from '../fakes/broken-store';
import { FakeConnector } from '../fakes/fake-connector';
import { TestServer } from '../fakes/test-server';

const bot = { id: 'bot', name: 'Guide' };
const person = { id: 'person' };
const noWords: readonly (readonly [name: string, activity: object])[] = [
  ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: 'm1' }],
  ['a reaction taken back', { type: 'messageReaction', reactionsRemoved: [{ type: 'like' }], replyToId: 'm1' }],
  ['a reaction that is none', { type: 'messageReaction' }],
  ['a message that was deleted', { type: 'messageDelete', id: 'm1', channelData: { eventType: 'softDeleteMessage' } }],
  ['a message that was changed to nothing', { type: 'messageUpdate', id: 'm1', text: '' }],
  ['a changed message without words', { type: 'messageUpdate', id: 'm1' }],
  ['a changed card', { type: 'messageUpdate', id: 'm1', value: { guide: { choices: ['start:yes'] } } }],
  ['an event', { type: 'event', name: 'webchat/join', value: { language: 'en' } }],
  ['an event without a name', { type: 'event' }],
  ['an event with a token', { type: 'event', name: 'tokens/response', value: { token: 'x' } }],
  ['typing', { type: 'typing' }],
  ['an end', { type: 'endOfConversation', code: 'completedSuccessfully' }],
  ['a removal', { type: 'installationUpdate', action: 'remove' }],
  ['a removal for a new version', { type: 'installationUpdate', action: 'remove-upgrade' }],
  ['an installation of another kind', { type: 'installationUpdate', action: 'moved' }],
  ['somebody who left', { type: 'conversationUpdate', membersRemoved: [person] }],
  ['the bot that was removed', { type: 'conversationUpdate', membersRemoved: [bot] }],
  ['a new name of a team', { type: 'conversationUpdate', topicName: 'x', channelData: { eventType: 'teamRenamed' } }],
  ['members that are none', { type: 'conversationUpdate', membersAdded: [], membersRemoved: {} }],
  ['a contact', { type: 'contactRelationUpdate', action: 'add' }],
  ['a trace', { type: 'trace', name: 'x', value: {} }],
  ['a command', { type: 'command', name: 'channel/vnd.microsoft.telephony.hold' }],
  ['the result of a command', { type: 'commandResult', name: 'x' }],
  ['a handoff', { type: 'handoff' }],
  ['a suggestion', { type: 'suggestion', text: 'overdose' }],
  ['deleted data', { type: 'deleteUserData' }],
  ['an invoke response', { type: 'invokeResponse', value: {} }],
  ['a type that nobody knows', { type: 'somethingNew', text: 'overdose', value: { a: 1 } }],
  ['a delay', { type: 'delay', value: 5 }],
];
const invokes: readonly (readonly [name: string, value: unknown])[] = [
  ['task/fetch', { data: {}, context: { theme: 'default' } }],
  ['task/submit', {}],
  ['composeExtension/query', { commandId: 'search', parameters: [{ name: 'q', value: 'overdose' }] }],
  ['composeExtension/queryLink', { url: 'https://example.com' }],
  ['signin/verifyState', { state: '123456' }],
  ['signin/tokenExchange', { id: 'x', token: 'y' }],
  ['signin/failure', { code: 'x' }],
  ['config/fetch', {}],
  ['config/submit', {}],
  ['fileConsent/invoke', { type: 'fileUpload', action: 'accept' }],
  ['actionableMessage/executeAction', { actionId: 'x', body: '' }],
  ['message/submitAction', { actionName: 'feedback', actionValue: { reaction: 'like' } }],
  ['application/search', 'words'],
  ['handoff/action', {}],
  ['', undefined],
];
const error = { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'BadRequest' } };

describe('what is no message', () => {
  let server: TestServer;
  let connector: FakeConnector;

  beforeEach(async () => {
    connector = await FakeConnector.start();
    server = await TestServer.start();
    const { log } = server.turns;
    const { handle, send } = createMessages({
      app: null,
      takeTurn: server.server.takeTurn,
      log,
      lastResort: () => [{ text: 'it failed' }],
    });
    server.server.messages?.attach(handle);
    server.outbox.start(send);
  });
  afterEach(() => Promise.all([connector.stop(), server.stop()]));

  const post = (more: object) => {
    const { url: serviceUrl } = connector;
    const activity = {
      id: 'a1',
      channelId: 'msteams',
      serviceUrl,
      from: person,
      recipient: bot,
      conversation: { id: 'c' },
      locale: 'en-US',
    };
    return server.call('POST', '/api/messages', undefined, { ...activity, ...more });
  };
  const edit = (text: string, timestamp: string | undefined = '2026-01-01T00:00:00.000Z') =>
    post({ type: 'messageUpdate', id: 'm1', text, timestamp, channelData: { eventType: 'editMessage' } });
  /** Waits until everything is sent. */
  const said = async () => {
    await server.outbox.stop();
    return connector.texts;
  };
  const events = () => server.turns.log.lines.map(({ event }) => event);

  it.each(noWords)('takes %s without a word', async (_name, activity) => {
    for (const deliveryMode of [undefined, 'expectReplies']) expect((await post({ ...activity, deliveryMode })).status).toBe(200);
    expect(await said()).toEqual([]);
    expect(events()).toEqual([]);
  });

  it.each(invokes)('answers the invoke "%s" with 501, which is for what a bot does not do', async (name, value) => {
    expect((await post({ type: 'invoke', name, value })).status).toBe(501);
    expect(await said()).toEqual([]);
    expect(events()).toEqual([]);
  });

  it('takes a tap on a card like another button, and once', async () => {
    const value = { action: { type: 'Action.Execute', verb: 'x', data: { guide: { choices: ['start:yes'] } } }, trigger: 'manual' };
    for (let resends = 0; resends < 2; resends += 1) {
      expect(await post({ type: 'invoke', name: 'adaptiveCard/action', value })).toMatchObject({
        status: 200,
        body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message' },
      });
    }
    expect(await said()).toEqual(['1: start:yes']);
  });

  it.each<readonly [name: string, value: unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['words', 'overdose'],
    ['no action', {}],
    ['an action that is none', { action: 5 }],
    ['another action', { action: { type: 'Action.Submit', data: { guide: { choices: ['start:yes'] } } } }],
    ['no data', { action: { type: 'Action.Execute' } }],
    ['data of somebody else', { action: { type: 'Action.Execute', data: { choices: ['start:yes'] } } }],
    [
      'a card that refreshes itself',
      { action: { type: 'Action.Execute', data: { guide: { choices: ['start:yes'] } } }, trigger: 'automatic' },
    ],
  ])('says to an action of a card with %s that it is none', async (_name, value) => {
    expect(await post({ type: 'invoke', name: 'adaptiveCard/action', value })).toMatchObject({ status: 200, body: error });
    expect(await said()).toEqual([]);
    expect(events()).toEqual([]);
  });

  it('finds danger in words that were changed, and answers each change once', async () => {
    await post({ type: 'message', id: 'm1', text: 'hi' });
    await connector.until(1);
    for (const at of ['2026-01-01T00:00:01.000Z', '2026-01-01T00:00:01.000Z', '2026-01-01T00:00:02.000Z']) await edit('an overdose', at);
    expect(await said()).toEqual(['1: hi', 'Call 911 now.', 'Call 911 now.']);
  });

  it('finds danger in a change that nothing is known of', async () => {
    await edit('an overdose', undefined);
    await post({ type: 'messageUpdate', text: 'an overdose', recipient: undefined, from: undefined });
    expect(await said()).toEqual(['Call 911 now.', 'Call 911 now.']);
  });

  it('answers danger in a change in the response when the channel asks for that', async () => {
    const { body } = await post({ type: 'messageUpdate', text: 'an overdose', deliveryMode: 'expectReplies' });
    expect(body.activities).toMatchObject([{ summary: 'Call 911 now.' }]);
  });

  it('answers nothing twice because a mistake was mended', async () => {
    for (const text of ['hu', 'hi']) await (text === 'hu' ? post({ type: 'message', id: 'm1', text }) : edit(text));
    await post({ type: 'message', id: 'm2', text: 'more' });
    expect(await said()).toEqual(['1: hu', '2: more']);
  });

  it('says nothing to a mended mistake that could not be kept, which the channel then delivers again', async () => {
    const broken = await TestServer.start({ store: new BrokenStore() });
    const { handle } = createMessages({ app: null, takeTurn: broken.server.takeTurn, log: broken.turns.log, lastResort: () => [] });
    broken.server.messages?.attach(handle);
    const activity = { type: 'messageUpdate', channelId: 'msteams', serviceUrl: connector.url, recipient: bot, conversation: { id: 'c' } };
    const change = (text: string) => broken.call('POST', '/api/messages', undefined, { ...activity, text });
    expect((await change('hi')).status).toBe(503);
    expect(connector.texts).toEqual([]);
    expect((await change('an overdose')).status).toBe(503);
    expect(connector.texts).toEqual(['Call 911 now.']);
    await broken.stop();
  });

  it('says the last resort when a change cannot be read', async () => {
    expect((await edit('throw')).status).toBe(503);
    expect(await said()).toEqual(['en 911, 988, 865-234-5678']);
  });
});
