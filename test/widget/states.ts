import type { GuidePage } from './guide-page';

/** One state of the chat that a person may see, and the way there from an opened page. */
export interface State {
  readonly name: string;
  /** Page below the guide's own address. */
  readonly path: string;
  readonly reach: (guide: GuidePage, language: 'en' | 'es') => Promise<void>;
}

/** Width and height of the screens that every state is looked at on, in pixels. */
export const sizes = [
  [320, 568],
  [360, 640],
  [768, 1024],
  [1440, 900],
] as const;

const words = {
  en: {
    start: 'Start the questions',
    answers: ['me', 'none of these', 'fentanyl', 'using today', 'none of these'],
    summary: 'skip to summary',
  },
  es: { start: 'Empezar', answers: ['para mi', 'nada de esto', 'fentanilo', 'usando hoy', 'nada de esto'], summary: 'ir al resumen' },
} as const;

async function say(guide: GuidePage, text: string): Promise<void> {
  const before = await guide.replies.count();
  await guide.type(text);
  await guide.replies.nth(before).waitFor();
}

async function answer(guide: GuidePage, language: 'en' | 'es', count: number): Promise<void> {
  await guide.launch();
  await guide.tap(words[language].start);
  await guide.choices.getByRole('button').nth(1).waitFor();
  for (const text of words[language].answers.slice(0, count)) await say(guide, text);
}

/** Every state that has a look of its own. */
export const states: readonly State[] = [
  { name: 'launcher', path: '/demo', reach: (guide) => guide.launcher.waitFor() },
  { name: 'opening', path: '/demo', reach: (guide) => guide.launch() },
  { name: 'question', path: '/demo', reach: (guide, language) => answer(guide, language, 1) },
  { name: 'several-answers', path: '/demo', reach: (guide, language) => answer(guide, language, 5) },
  {
    name: 'answer-with-sources',
    path: '/demo',
    reach: async (guide, language) => {
      await guide.launch();
      await say(guide, language === 'en' ? 'how long does detox take' : 'cuanto dura la desintoxicacion');
      await guide.log.locator('summary').last().click();
    },
  },
  {
    name: 'guess',
    path: '/demo',
    reach: async (guide, language) => {
      await guide.launch();
      await say(guide, language === 'en' ? 'how long' : 'cuanto tiempo');
    },
  },
  {
    name: 'danger-overdose',
    path: '/demo',
    reach: async (guide, language) => {
      await guide.launch();
      await say(guide, language === 'en' ? 'he wont wake up and his lips are blue' : 'no despierta y tiene los labios azules');
    },
  },
  {
    name: 'danger-suicide',
    path: '/demo',
    reach: async (guide, language) => {
      await guide.launch();
      await say(guide, language === 'en' ? 'i want to kill myself tonight' : 'me quiero matar esta noche');
    },
  },
  {
    name: 'soft-line',
    path: '/demo',
    reach: async (guide, language) => {
      await guide.launch();
      await say(guide, language === 'en' ? 'i tried to kill myself years ago' : 'hace años intenté matarme');
    },
  },
  {
    name: 'emergency-menu',
    path: '/demo',
    reach: async (guide, language) => {
      await guide.launch();
      await guide.tap(language === 'en' ? 'Emergency' : 'Emergencia');
      await guide.replies.nth(1).waitFor();
    },
  },
  {
    name: 'menu',
    path: '/demo',
    reach: async (guide) => {
      await guide.launch();
      await guide.page.locator('.more summary').click();
    },
  },
  {
    name: 'summary-and-call',
    path: '/demo',
    reach: async (guide, language) => {
      await answer(guide, language, 5);
      await say(guide, words[language].summary);
      await guide.page.locator('.message a[href^="tel:865"]').first().waitFor();
    },
  },
  {
    name: 'not-understood',
    path: '/demo',
    reach: async (guide, language) => {
      await answer(guide, language, 1);
      await say(guide, 'qwertz uiop asdfg');
      await say(guide, 'blarg flim zonk');
    },
  },
  {
    name: 'offline',
    path: '/demo',
    reach: async (guide) => {
      await guide.launch();
      await guide.context.setOffline(true);
      await guide.type('hello?');
      await guide.page.locator('.offline p').waitFor();
    },
  },
  {
    name: 'resume',
    path: '/demo',
    reach: async (guide, language) => {
      await answer(guide, language, 2);
      await guide.page.reload();
      await guide.launch();
    },
  },
  {
    name: 'delete-asked',
    path: '/demo',
    reach: async (guide, language) => {
      await answer(guide, language, 1);
      await guide.menu(language === 'en' ? 'Delete my data' : 'Borrar mis datos');
      await guide.choices.getByRole('button', { name: language === 'en' ? 'Delete' : 'Borrar', exact: true }).waitFor();
    },
  },
  {
    name: 'deleted',
    path: '/demo',
    reach: async (guide, language) => {
      await answer(guide, language, 1);
      await guide.menu(language === 'en' ? 'Delete my data' : 'Borrar mis datos');
      await guide.tap(language === 'en' ? 'Delete' : 'Borrar');
      await guide.hear(language === 'en' ? 'Deleted:' : 'Borrado:');
    },
  },
  { name: 'page', path: '/', reach: (guide) => guide.replies.first().waitFor() },
  {
    name: 'page-answer',
    path: '/',
    reach: async (guide, language) => {
      await guide.replies.first().waitFor();
      await say(guide, language === 'en' ? 'what is iop' : 'que es iop');
    },
  },
  { name: 'install', path: '/install', reach: (guide) => guide.page.getByRole('button').first().waitFor() },
];
