import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { createPackage } from '../../src/teams-app/create-package';
import { readAppSettings } from '../../src/teams-app/read-app-settings';
import { readPng } from '../support/read-png';
import { realContent } from '../support/real-content';
import { appEnvironment } from './app-environment';
import { schemaErrors } from './schema-errors';

const folder = join(__dirname, '../../src/teams-app');
const icons = { color: readFileSync(join(folder, 'color.png')), outline: readFileSync(join(folder, 'outline.png')) };

function zipOf(env: Readonly<Record<string, string>> = {}, version = '1.2.3'): Uint8Array {
  const settings = readAppSettings({ ...appEnvironment, ...env });
  return createPackage(realContent(settings.center), settings, icons, version);
}

function filesOf(env: Readonly<Record<string, string>> = {}) {
  const files = unzipSync(zipOf(env));
  const json = (name: string) => JSON.parse(strFromU8(files[name] ?? new Uint8Array()));
  return { files, manifest: json('manifest.json'), spanish: json('es.json') };
}

/** The longest name that CENTER_NAME takes, in words and in one. */
const centers = ['Knoxville Recovery Center', 'Knoxville Recovery Center of East Tennes', 'K'.repeat(40)];

describe.each(centers)('the app of %s', (name) => {
  const { manifest, spanish } = filesOf({ CENTER_NAME: name });

  test("is what Microsoft's own schemas want", () => {
    expect(schemaErrors('manifest', manifest)).toEqual([]);
    expect(schemaErrors('localization', spanish)).toEqual([]);
  });

  test('has the whole name of the center in its full name, in both languages', () => {
    expect(manifest.name.full).toContain(name);
    expect(spanish['name.full']).toContain(name);
  });
});

test("Microsoft's own schemas find what Teams would refuse", () => {
  const { manifest, spanish } = filesOf();
  const named = { ...manifest, name: { short: 'K'.repeat(31), full: 'K' }, bots: [{ ...manifest.bots[0], scopes: ['groupchat'] }] };
  expect(schemaErrors('manifest', named)).toEqual([expect.stringContaining('/name/short'), expect.stringContaining('/bots/0/scopes/0')]);
  expect(schemaErrors('localization', { ...spanish, 'name.title': 'K' })).toHaveLength(1);
});

describe('the manifest', () => {
  const { manifest, spanish } = filesOf();

  test('is of the bot and of the addresses in the settings', () => {
    expect(manifest).toMatchObject({
      id: appEnvironment.MICROSOFT_APP_ID,
      version: '1.2.3',
      developer: {
        name: 'Knoxville Recovery Center',
        websiteUrl: appEnvironment.PUBLIC_URL,
        privacyUrl: appEnvironment.PRIVACY_URL,
        termsOfUseUrl: appEnvironment.TERMS_URL,
      },
      bots: [{ botId: appEnvironment.MICROSOFT_APP_ID, supportsFiles: false, isNotificationOnly: false }],
    });
  });

  test('lets people talk alone, in teams and in group chats, and adds the app for the person alone', () => {
    expect(manifest.bots[0].scopes).toEqual(['personal', 'team', 'groupChat']);
    expect(manifest.defaultInstallScope).toBe('personal');
  });

  test('has what Teams wants and its schema does not tell: channel features, short and full words that differ', () => {
    expect(manifest.supportsChannelFeatures).toBe('tier1');
    expect(manifest.name.full).not.toBe(manifest.name.short);
    expect(manifest.description.full).not.toContain(manifest.description.short);
    expect(spanish['description.full']).not.toContain(spanish['description.short']);
  });

  test('says in both short descriptions that it is automated and no person, and to call 911', () => {
    expect(manifest.description.short).toMatch(/automated.*not a person.*911/i);
    expect(spanish['description.short']).toMatch(/automática.*no es una persona.*911/i);
  });

  test('names files that are in the package', () => {
    const { files } = filesOf();
    const named = [manifest.icons.color, manifest.icons.outline, manifest.localizationInfo.additionalLanguages[0].file];
    expect(named.filter((file: string) => files[file] === undefined)).toEqual([]);
  });

  test('has each of its words in Spanish too', () => {
    const places = manifest.bots[0].commandLists.flatMap(({ commands }: { commands: readonly unknown[] }, list: number) =>
      commands.flatMap((_, index) => ['title', 'description'].map((part) => `bots[0].commandLists[${list}].commands[${index}].${part}`)),
    );
    expect(places).toHaveLength(18);
    expect(Object.keys(spanish).sort()).toEqual(
      ['$schema', 'name.short', 'name.full', 'description.short', 'description.full', ...places].sort(),
    );
  });

  test('leaves no placeholder unfilled', () => {
    expect(JSON.stringify([manifest, spanish])).not.toMatch(/\{[a-z-]+\}/);
  });
});

describe('the zip file', () => {
  test('holds exactly the manifest, the Spanish words and the icons, all at the top', () => {
    const { files } = filesOf();
    expect(Object.keys(files)).toEqual(['manifest.json', 'es.json', 'color.png', 'outline.png']);
    expect(Buffer.from(files['color.png'] ?? [])).toEqual(icons.color);
    expect(Buffer.from(files['outline.png'] ?? [])).toEqual(icons.outline);
  });

  test('is the same each time', () => {
    expect(Buffer.from(zipOf())).toEqual(Buffer.from(zipOf()));
  });

  test('is another one for another version', () => {
    expect(Buffer.from(zipOf({}, '1.2.4'))).not.toEqual(Buffer.from(zipOf()));
  });
});

describe('the icons', () => {
  test('color.png is 192 by 192 and filled to its edges', () => {
    const { width, height, pixels } = readPng(icons.color);
    expect([width, height]).toEqual([192, 192]);
    const edges = pixels.filter((_, index) => index < 192 || index >= 191 * 192 || index % 192 === 0 || index % 192 === 191);
    expect(new Set(edges.map(([red, green, blue]) => [red, green, blue].join()))).toEqual(new Set(['11,85,73']));
    expect(pixels.every(([, , , opacity = 255]) => opacity === 255)).toBe(true);
  });

  test('color.png has its drawing in the middle 96 by 96, where Teams cuts nothing off', () => {
    const { pixels } = readPng(icons.color);
    const isMiddle = (at: number) => at >= 48 && at < 144;
    const outside = pixels.filter((_, index) => !isMiddle(index % 192) || !isMiddle(Math.floor(index / 192)));
    expect(new Set(outside.map((pixel) => pixel.slice(0, 3).join()))).toEqual(new Set(['11,85,73']));
  });

  test('outline.png is 32 by 32, white and transparent, without space around', () => {
    const { width, height, pixels } = readPng(icons.outline);
    expect([width, height]).toEqual([32, 32]);
    expect(new Set(pixels.map((pixel) => pixel.slice(0, 3).join()))).toEqual(new Set(['255,255,255']));
    const drawn = pixels.flatMap(([, , , opacity = 255], index) => (opacity > 0 ? [[index % 32, Math.floor(index / 32)] as const] : []));
    expect(drawn.length).toBeLessThan(pixels.length);
    for (const axis of [0, 1] as const)
      expect([Math.min(...drawn.map((place) => place[axis])), Math.max(...drawn.map((place) => place[axis]))]).toEqual([0, 31]);
  });
});
