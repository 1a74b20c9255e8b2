import { ConfigError } from '../../src/config';
import { readAppSettings } from '../../src/teams-app/read-app-settings';
import { appEnvironment } from './app-environment';

function problemsOf(env: Readonly<Record<string, string>>): readonly string[] {
  try {
    readAppSettings(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('readAppSettings', () => {
  it('needs the bot, three addresses and no secret, also for production', () => {
    expect(readAppSettings({ ...appEnvironment, NODE_ENV: 'production', CENTER_NAME: 'Test Center' })).toMatchObject({
      botId: appEnvironment.MICROSOFT_APP_ID,
      center: { name: 'Test Center' },
      website: appEnvironment.PUBLIC_URL,
      privacy: appEnvironment.PRIVACY_URL,
      terms: appEnvironment.TERMS_URL,
    });
  });

  it('names every setting that is missing at once, with what Teams wants', () => {
    expect(problemsOf({}).slice().sort()).toEqual([
      expect.stringMatching(/^MICROSOFT_APP_ID is not set\. .*GUID like 0/),
      expect.stringMatching(/^PRIVACY_URL is not set\. .*privacy notice.*https:\/\//),
      expect.stringMatching(/^PUBLIC_URL is not set\. .*website.*https:\/\//),
      expect.stringMatching(/^TERMS_URL is not set\. .*terms of use.*https:\/\//),
    ]);
  });

  it('counts an empty setting as missing', () => {
    expect(problemsOf({ ...appEnvironment, TERMS_URL: ' ' })).toEqual([expect.stringMatching(/^TERMS_URL is not set\./)]);
  });

  it.each(['id', '0123456789abcdef0123456789abcdef', '{01234567-89ab-cdef-0123-456789abcdef}'])(
    'refuses the app id %s, which is no GUID',
    (id) => {
      expect(problemsOf({ ...appEnvironment, MICROSOFT_APP_ID: id })).toEqual([expect.stringContaining(`MICROSOFT_APP_ID is "${id}". `)]);
    },
  );

  it.each(['http://www.example.org', 'www.example.org', `https://www.example.org/${'a'.repeat(2048)}`])(
    'refuses the address %s',
    (address) => {
      expect(problemsOf({ ...appEnvironment, PRIVACY_URL: address })).toEqual([expect.stringContaining('PRIVACY_URL is "')]);
    },
  );

  it('refuses a name that the guide itself would refuse', () => {
    expect(problemsOf({ ...appEnvironment, CENTER_NAME: 'K'.repeat(41) })).toEqual([expect.stringContaining('at most 40 characters')]);
  });
});
