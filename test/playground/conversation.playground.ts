import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GuideProcess } from '../kill/guide-process';
import { freePort } from '../support/free-port';
import { realContent } from '../support/real-content';
import { describeAlone } from './describe-alone';
import { Playground } from './playground';
import { type Names, TeamsPage } from './teams-page';

const phone = '865-234-5678';
const { questions, commands } = realContent().data;

function command(id: string): Names {
  const label = commands[id]?.label?.en;
  if (label === undefined) throw new Error(`There is no button "${id}"`);
  return [label];
}

function choice(question: string, id: string): Names {
  const found = questions[question]?.choices[id];
  if (found === undefined) throw new Error(`There is no choice "${question}:${id}"`);
  return [found.label.en, found.say.en];
}

function words(question: string): string {
  const found = questions[question]?.ask.en;
  if (found === undefined) throw new Error(`There is no question "${question}"`);
  return found;
}

describeAlone('Teams in the Agents Playground', (browser) => {
  let folder: string;
  let guide: GuideProcess;
  let playground: Playground;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'guide-playground-'));
    guide = new GuideProcess(await freePort(), { DATA_DIR: folder, CENTER_PHONE: phone });
    await guide.start();
    playground = await Playground.start(`${guide.url}/api/messages`);
  }, 120_000);
  afterAll(async () => {
    await playground?.stop();
    await guide?.stop();
    rmSync(folder, { recursive: true });
  });

  it('leads from the greeting past a danger to the call with the center', async () => {
    const teams = await TeamsPage.open(browser(), playground.url);

    await teams.hear('I am an automated guide');
    const [greeting = ''] = await teams.all();
    expect(greeting.slice(0, 100)).toMatch(/911.*988/);
    await teams.picture('1-greeting');

    await teams.tap(command('start'));
    await teams.hear(words('who'));
    await teams.picture('2-question');
    await teams.tap(choice('who', 'me'));
    await teams.hear(words('safety'));
    await teams.picture('3-question-on-danger');
    await teams.tap(choice('safety', 'none'));
    await teams.hear(words('substance'));

    await teams.say('he is blue and not breathing');
    await teams.hear(command('go-on')[0] ?? '');
    const [stop = '', ...others] = await teams.heard();
    // In the first sentence of the first message.
    expect(stop).toMatch(/^[^.!?]*911/);
    expect([stop, ...others].join(' ')).not.toContain(words('substance'));
    await teams.picture('4-danger');

    await teams.tap(command('go-on'));
    await teams.hear(words('substance'));
    await teams.tap(choice('substance', 'fentanyl'));
    await teams.hear(words('last-use'));
    await teams.say('how long does detox take?');
    await teams.hear(words('last-use'));
    expect((await teams.heard()).join(' ')).toMatch(/withdrawal most often lasts .* days/);
    await teams.picture('5-answer-in-between');
    await teams.tap(choice('last-use', 'using'));
    await teams.hear(words('other-substances'));
    await teams.tap(choice('other-substances', 'none'));
    await teams.hear(words('health'));
    await teams.picture('6-several-answers');
    await teams.tick([choice('health', 'overdose'), choice('health', 'before')]);
    await teams.hear(words('mood'));
    await teams.tap(choice('mood', 'okay'));
    await teams.hear(words('home'));
    await teams.tick([choice('home', 'safe')]);
    await teams.hear(words('meetings'));
    await teams.tap(choice('meetings', 'yes'));

    await teams.hear(`at ${phone}`);
    const summary = (await teams.heard()).join(' ');
    expect(summary).toContain(choice('health', 'before')[1]);
    expect(summary).toContain(choice('substance', 'fentanyl')[1]);
    expect(summary.indexOf(phone)).toBeGreaterThan(summary.indexOf('This is not a diagnosis'));
    await teams.picture('7-handoff');

    // Teams tells of the person and of the installation, and both would be greeted.
    expect((await teams.all()).filter((text) => text.includes('I am an automated guide'))).toHaveLength(1);
    expect(teams.problems).toEqual([]);
    // The Playground's page wants Microsoft's fonts, which it does not get here.
    const own = /^https:\/\/res-1\.cdn\.office\.net\/.*\.woff2$/;
    const abroad = teams.requested
      .map((url) => new URL(url))
      .filter(({ protocol, hostname }) => protocol !== 'data:' && hostname !== '127.0.0.1');
    expect(abroad.map(String).filter((url) => !own.test(url))).toEqual([]);
  }, 180_000);
});
