import fc from 'fast-check';
import { createPageRenderer, pickChannelTexts } from '../../src/channels';
import { respond } from '../../src/conversation/respond';
import { lastResort } from '../../src/safety/last-resort';
import { MemoryStore } from '../../src/storage/memory-store';
import { twiml } from '../../src/twilio/twiml';
import { BrokenStore } from '../fakes/broken-store';
import { TestServer } from '../fakes/test-server';
import { TwilioPhone, twilioSettings } from '../fakes/twilio-phone';
import { realContent } from '../support/real-content';

const content = realContent();
const render = createPageRenderer(pickChannelTexts(content.data.texts));
const start = (store = new MemoryStore(() => Date.now()), now = () => Date.now()) =>
  TestServer.start({ content, respond, render, lastResort, store, now }, twilioSettings);

describe('POST /api/sms', () => {
  let server: TestServer;
  let phone: TwilioPhone;

  beforeEach(async () => {
    server = await start();
    phone = new TwilioPhone(server);
  });
  afterEach(() => server.stop());

  const turnsRun = () => server.turns.log.lines.filter(({ event }) => event === 'turn').length;

  it('leads a whole conversation, and says first who it is, where help is and how to end the texts', async () => {
    const first = await phone.text('hi');
    expect([first.status, first.type]).toEqual([200, 'text/xml; charset=utf-8']);
    expect(first.messages[0]).toMatch(/Recovery Center.*automated guide, not a person.*911.*988.*STOP to end/);
    const answers: string[] = [];
    // Start, for me, no danger, heroin, sick, no others, no health problem but two things, mood, home, meetings.
    for (const said of ['1', '1', '5', '1', '2', '5', '5 4', '1', '1', '1']) answers.push((await phone.text(said)).messages.join('\n'));
    expect(answers[0]).toContain('Who is this about?\n1. Me, and I am 18 or older');
    expect(answers[0]).toContain('Reply with a number. 0 = skip.');
    expect(answers.at(-1)).toMatch(/Reply MORE/);
    expect((await phone.text('more')).messages.join('\n')).toMatch(/865-555-0100/);
  });

  it('sends long answers as several messages, in order, none longer than 306 places', async () => {
    await phone.text('hi');
    const { messages } = await phone.text('what is the difference between methadone and suboxone');
    expect(messages.length).toBeGreaterThan(1);
    for (const message of messages) expect(message.length).toBeLessThanOrEqual(306);
    expect(messages.join(' ')).toMatch(/methadone.*buprenorphine/is);
  });

  it('writes how many parts were sent into the log, and no word and no number', async () => {
    await phone.text('hi');
    const { fields } = server.turns.log.lines.at(-1) as { fields: { parts: number; channel: string } };
    expect([fields.parts, fields.channel]).toEqual([3, 'twilio']);
    expect(JSON.stringify(server.turns.log.lines)).not.toMatch(/\d{7}|hi"/);
  });

  it('answers a resend as before, and nothing changes by it', async () => {
    await phone.text('hi');
    const id = phone.nextId();
    const first = await phone.text('1', {}, id);
    const again = await Promise.all([1, 2, 3].map(() => phone.text('1', {}, id)));
    for (const answer of again) expect(answer).toEqual(first);
    expect((await phone.text('1')).messages[0]).toMatch(/Is any of this/);
  });

  it('ends the texts, keeps that longer than the conversation, and begins again with START', async () => {
    let time = Date.now();
    const store = new MemoryStore(() => time);
    const other = await start(store, () => time);
    const person = new TwilioPhone(other);
    await person.text('hi');
    expect((await person.text('please stop texting me')).messages[0]).toMatch(/no more texts.*911.*988.*START/);
    expect((await person.text('hello')).body).toContain('<Response></Response>');
    time += 400 * 86_400_000;
    await store.sweep();
    expect((await person.text('hello')).messages).toEqual([]);
    expect((await person.text('my son is blue and not breathing')).messages[0]).toMatch(/911/);
    // Another number, and the same person at another of the center's numbers, are not meant.
    expect((await new TwilioPhone(other, '+18655550124').text('hello')).messages[0]).toMatch(/automated/);
    expect((await person.text('START')).messages[0]).toMatch(/You are back/);
    expect((await person.text('1')).messages[0]).toMatch(/Who is this about/);
    await other.stop();
  });

  it('says nothing where Twilio has answered by itself, and remembers it', async () => {
    await phone.text('hi');
    expect((await phone.text('NOMORE', { OptOutType: 'STOP' })).messages).toEqual([]);
    expect((await phone.text('hello')).messages).toEqual([]);
    expect((await phone.text('START', { OptOutType: 'START' })).messages).toEqual([]);
    expect((await phone.text('HELP', { OptOutType: 'HELP' })).messages).toEqual([]);
    expect((await phone.text('1')).messages[0]).toMatch(/Who is this about/);
    expect((await phone.text('help he is not breathing', { OptOutType: 'HELP' })).messages[0]).toMatch(/911/);
  });

  it('does not open photos and says so; words beside one are read', async () => {
    await phone.text('hi');
    expect((await phone.text('', { NumMedia: '1', MediaContentType0: 'image/jpeg' })).messages.join()).toMatch(/cannot open photos.*911/);
    expect((await phone.text('she took too many pills', { NumMedia: '2' })).messages[0]).toMatch(/911/);
  });

  it('runs nothing for the status of a message that was sent', async () => {
    const { From, To } = { From: '+18655550199', To: '+18655550123' };
    const answer = await phone.post({ MessageSid: 'SM1', MessageStatus: 'delivered', From, To });
    expect([answer.status, answer.messages, turnsRun()]).toEqual([200, [], 0]);
  });

  it.each([
    ['no signature', { Body: 'hi' }, ''],
    ['a wrong signature', { Body: 'hi' }, 'c2lnbmF0dXJlIHRoYXQgaXMgbm9uZSE='],
  ])('refuses a request with %s, and runs nothing', async (_case, fields, signature) => {
    const answer = await phone.post({ MessageSid: 'SM1', From: '+18655550123', To: '+18655550199', ...fields }, signature);
    expect([answer.status, JSON.parse(answer.body).error.code, turnsRun()]).toEqual([403, 'Forbidden', 0]);
    expect(server.turns.log.lines).toEqual([{ event: 'sender-refused', fields: { status: 403, channel: 'twilio' }, error: undefined }]);
  });

  it.each([
    ['no sender', { MessageSid: 'SM1', To: '+1', Body: 'hi' }],
    ['no id', { From: '+1', To: '+1', Body: 'hi' }],
  ])('refuses a signed request with %s', async (_case, fields) => {
    const answer = await phone.post(fields as Record<string, string>);
    expect([answer.status, JSON.parse(answer.body).error.code, turnsRun()]).toEqual([400, 'BadArgument', 0]);
  });

  it('reads the words of a message whose other fields it does not know', async () => {
    const { messages } = await phone.text('he is not breathing', { OptOutType: 'MAYBE', NumMedia: '' });
    expect(messages[0]).toMatch(/911/);
  });

  it('refuses what is too large, and what is no form', async () => {
    expect((await phone.post({ MessageSid: 'SM1', From: '+1', To: '+1', Body: 'x'.repeat(100_000) })).status).toBe(413);
    const answer = await server.call('POST', '/api/sms', undefined, '{"Body":"hi"}');
    expect([answer.status, answer.body.error.code]).toEqual([403, 'Forbidden']);
  });

  it('tells danger where help is, and everybody else whom to call, when nothing can be kept', async () => {
    const broken = await start(new BrokenStore());
    const person = new TwilioPhone(broken);
    expect((await person.text('my friend overdosed and is not breathing')).messages[0]).toMatch(/Call 911/);
    expect((await person.text('hi')).messages.join()).toMatch(/911.*988/);
    await broken.stop();
  });

  it('is not there without its settings', async () => {
    const without = await TestServer.start();
    expect((await without.call('POST', '/api/sms')).status).toBe(404);
    await without.stop();
  });
});

describe('twiml', () => {
  it('carries any words', () => {
    const unescaped = (xml: string) =>
      xml.replace(
        /&(amp|lt|gt|quot|apos);/g,
        (entity) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" })[entity] ?? '',
      );
    fc.assert(
      fc.property(fc.array(fc.string()), (messages) => {
        const inside = twiml(messages).slice('<?xml version="1.0" encoding="UTF-8"?><Response>'.length, -'</Response>'.length);
        const sent = inside
          .split('</Message>')
          .slice(0, -1)
          .map((part) => part.slice('<Message>'.length));
        return (
          sent.every((part) => !/[<>"']|&(?!(amp|lt|gt|quot|apos);)/.test(part)) && sent.map(unescaped).join('\0') === messages.join('\0')
        );
      }),
    );
  });
});
