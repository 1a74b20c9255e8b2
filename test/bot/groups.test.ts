import type { Activity } from 'botframework-schema';
import { attachBot } from '../fakes/attach-bot';
import type { FakeConnector } from '../fakes/fake-connector';
import { KeepingStore } from '../fakes/keeping-store';
import { startRealGuide } from '../fakes/start-real-guide';
import { TeamsPerson, teamsGuide, teamsIds } from '../fakes/teams-person';
import type { TestServer } from '../fakes/test-server';

const called = `<at>${teamsGuide.name}</at>`;
const mention = { type: 'mention', text: called, mentioned: teamsGuide };
const privateChat = `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(teamsGuide.id)}`;
const danger = 'my friend is blue and not breathing';
const channel = { conversationType: 'channel', isGroup: true };
const places: readonly (readonly [name: string, place: object])[] = [
  ['a group chat', { conversationType: 'groupChat', isGroup: true }],
  ['a channel', channel],
  ['a channel of a client that does not call it a group', { conversationType: 'channel' }],
  ['a group of a client that does not say which', { isGroup: true }],
];

/** All words of what was sent, those of buttons and addresses as well. */
function wordsOf(sent: readonly Partial<Activity>[]): string[] {
  return sent.map(({ text, attachments, suggestedActions }) => JSON.stringify([text, attachments, suggestedActions]));
}

describe('where others read along, the guide', () => {
  let server: TestServer;
  let connector: FakeConnector;
  let person: TeamsPerson;

  let store: KeepingStore;

  beforeEach(async () => {
    store = new KeepingStore(() => Date.now());
    server = await startRealGuide({ store });
    connector = await attachBot(server);
    person = new TeamsPerson(server, connector, '19:0a1b2c3d@thread.tacv2;messageid=1700000000000');
  });
  afterEach(() => Promise.all([server.stop(), connector.stop()]));

  const post = async (activity: object, place: object = channel) => {
    const conversation = { id: person.conversation, tenantId: teamsIds.tenant, ...place };
    expect((await person.post({ type: 'message', entities: [mention], conversation, ...activity })).status).toBe(200);
  };
  const edit = (text: string, at = 1) =>
    post({ type: 'messageUpdate', id: 'm1', text, timestamp: `2026-12-01T15:00:0${at}.000Z`, channelData: { eventType: 'editMessage' } });
  /** Waits until everything is sent. */
  const said = async () => {
    await server.outbox.stop();
    // Nothing that is sent there can be answered by a tap.
    for (const words of wordsOf(person.received)) expect(words).not.toMatch(/Action\.Submit|ChoiceSet|imBack|messageBack/);
    // Nor does anything take the place of a card.
    expect(store.kept.flatMap(({ replies }) => replies.filter(({ activity }) => 'id' in activity))).toEqual([]);
    return wordsOf(person.received);
  };
  const expectHello = (words: string | undefined) => {
    expect(words).toMatch(/Call 911.*988.*automated guide.*not a person.*do not talk about health here.*private chat.*865-555-0100/);
    expect(words).toContain(`"url":"${privateChat}"`);
  };

  describe.each(places)('in %s', (_name, place) => {
    it.each(['hi', 'how long does detox take', 'i use heroin every day and feel sick', 'start the questions', '1', ''])(
      'says hello and where to talk alone, and nothing of health, to: %s',
      async (words) => {
        await post({ text: `${called} ${words}\n` }, place);
        const [first, ...more] = await said();
        expectHello(first);
        expect(more).toEqual([]);
      },
    );

    it('answers danger, and offers nothing to go on with', async () => {
      await post({ text: `${called} ${danger}` }, place);
      const words = await said();
      expect(words[0]).toMatch(/Call 911 NOW/);
      expect(words.join()).not.toMatch(/Go on with the guide|do not talk about health/);
    });
  });

  it('says hello to a photo', async () => {
    await post({ attachments: [{ contentType: 'image/png', contentUrl: 'https://example.org/x.png' }] });
    expectHello((await said())[0]);
  });

  it('says hello again whenever it is called, and nothing of what was said before', async () => {
    for (const text of ['hi', danger, 'hi']) await post({ text: `${called} ${text}` });
    const words = await said();
    for (const hello of [words[0], words.at(-1)]) expectHello(hello);
    expect(words.filter((one) => one.includes('do not talk about health'))).toHaveLength(2);
  });

  it('says hello once when it is added, whatever announces it', async () => {
    const update = { type: 'conversationUpdate', entities: undefined };
    await post({ ...update, membersAdded: [teamsGuide] });
    expect(person.received).toEqual([]);
    await post({ type: 'installationUpdate', action: 'add', entities: undefined });
    await post({ ...update, membersAdded: [teamsGuide, { id: teamsIds.user }, { id: '29:another' }] });
    await post({ ...update, membersAdded: [{ id: '29:third' }] });
    const [hello, ...more] = await said();
    expectHello(hello);
    expect(more).toEqual([]);
  });

  it('answers danger in changed words, and no other change', async () => {
    await post({ id: 'm1', text: `${called} hi` });
    await edit(`${called} hello`, 1);
    await edit(`${called} how long does detox take`, 2);
    await edit(`${called} ${danger}`, 3);
    const [hello, ...more] = await said();
    expectHello(hello);
    expect(more[0]).toMatch(/Call 911 NOW/);
    expect(more.join()).not.toMatch(/do not talk about health/);
  });

  it.each([
    ['as a message', { value: { guide: { choices: ['who:me'] } }, replyToId: '1' }],
    [
      'as an action of a card',
      {
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', data: { guide: { choices: ['who:me'] } } }, trigger: 'manual' },
        replyToId: '1',
      },
    ],
    ['with ticks', { value: { guide: {}, choices: 'health:pregnant,health:serious' }, replyToId: '1' }],
  ])('opens no question by a tap, and shows nobody’s answer in the place of a card (%s)', async (_name, tap) => {
    // The second finds a conversation.
    for (let taps = 0; taps < 2; taps += 1) await post({ ...tap, entities: undefined });
    const words = await said();
    expect(words).toHaveLength(2);
    for (const hello of words) expectHello(hello);
  });

  it('keeps what is said there apart from a chat with the guide alone', async () => {
    const alone = new TeamsPerson(server, connector, 'a:alone');
    await post({ text: `${called} hi` });
    await alone.say('start the questions');
    await alone.untilReceived(3);
    expect(wordsOf(alone.received).at(-1)).toMatch(/Who is this about.*Action\.Submit/);
    expectHello((await said())[0]);
  });

  it('offers no chat where there is no address of one', async () => {
    await post({ text: 'hi', recipient: undefined });
    await post({ text: 'hi', channelId: 'slack' });
    const words = await said();
    expect(words).toHaveLength(2);
    for (const hello of words) {
      expect(hello).toMatch(/automated guide/);
      expect(hello).not.toMatch(/https:/);
    }
  });

  const broken: readonly (readonly [name: string, entities: readonly object[] | null | undefined])[] = [
    ['none', undefined],
    ['null', null],
    ['an empty one', [{}]],
    ['one of nobody', [{ type: 'mention', text: called }]],
    ['one of null', [{ type: 'mention', text: called, mentioned: null }]],
    ['one of words', [{ type: 'mention', text: called, mentioned: 'guide' }]],
    ['one of another', [{ type: 'mention', text: called, mentioned: { id: '29:another' } }]],
    ['one without its text', [{ type: 'mention', mentioned: teamsGuide }]],
    ['one with no text', [{ type: 'mention', text: '', mentioned: teamsGuide }]],
    ['one with a number', [{ type: 'mention', text: 5, mentioned: teamsGuide }]],
    ['one with null', [{ type: 'mention', text: null, mentioned: teamsGuide }]],
    ['one with other text', [{ type: 'mention', text: '<at id="0">Treatment guide</at>', mentioned: teamsGuide }]],
    ['one with a pattern', [{ type: 'mention', text: '.*', mentioned: teamsGuide }]],
    ['one that is everything', [{ type: 'mention', text: `${called} ${danger}`, mentioned: { id: '29:another' } }]],
    ['two', [mention, mention]],
  ];
  it.each(broken)('finds danger beside mentions that are not as they should be: %s', async (_name, entities) => {
    await post({ text: `${called} ${danger}`, entities });
    await post({ text: `${called} ${danger}`, entities, recipient: undefined });
    expect((await said()).filter((words) => words.includes('Call 911 NOW'))).toHaveLength(2);
  });
});
