import fc from 'fast-check';
import { DataCipher } from '../../src/storage/data-cipher';
import { StoreError } from '../../src/storage/store-error';

const keyOf = (letter: string) => Buffer.alloc(32, letter);
const secret = Buffer.alloc(32, 's');
const ciphers = {
  'with a data key': new DataCipher([keyOf('a')]),
  'with a data key and a secret': new DataCipher([keyOf('a')]).withSecret(secret),
  'with a secret alone': new DataCipher([]).withSecret(secret),
};

describe.each(Object.entries(ciphers))('a cipher %s', (_name, cipher) => {
  it('gives back every text at its place, and shows nothing of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, place) => {
        const sealed = cipher.seal(text, place);
        expect(cipher.open(sealed, place)).toBe(Buffer.from(text).toString());
        expect(sealed).toMatch(/^enc:[0-9a-f]{8}:[A-Za-z0-9+/=]+$/);
        // Shorter texts stand in random bytes by chance.
        const bytes = Buffer.from(sealed.slice(13), 'base64');
        if (Buffer.byteLength(text) >= 8) expect(bytes.includes(Buffer.from(text))).toBe(false);
        expect(cipher.seal(text, place)).not.toBe(sealed);
      }),
    );
  });

  it('opens nothing that was moved or changed, not by one bit', () => {
    const sealed = cipher.seal('heroin', 'session:a');
    expect(() => cipher.open(sealed, 'session:b')).toThrow();
    const [, id, body = ''] = sealed.split(':');
    const bytes = Buffer.from(body, 'base64');
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ flip;
        expect(() => cipher.open(`enc:${id}:${changed.toString('base64')}`, 'session:a')).toThrow();
      }),
    );
  });
});

describe('data keys', () => {
  it('read what older keys wrote, and write with the first', () => {
    const old = new DataCipher([keyOf('a')]);
    const both = new DataCipher([keyOf('b'), keyOf('a')]);
    const sealed = old.seal('words', 'p');
    expect(both.open(sealed, 'p')).toBe('words');
    expect(both.open('{"plain":1}', 'p')).toBe('{"plain":1}');
    expect(() => old.open(both.seal('words', 'p'), 'p')).toThrow(/DATA_KEY has no key with the id [0-9a-f]{8}/);
    const resealed = both.reseal(sealed, 'p') ?? '';
    expect(new DataCipher([keyOf('b')]).open(resealed, 'p')).toBe('words');
    expect(both.reseal(resealed, 'p')).toBeNull();
    expect(both.reseal('{"plain":1}', 'p')).toMatch(/^enc:/);
    expect(both.reseal(sealed.replace(/.{4}$/, 'AAAA'), 'p')).toBeNull();
  });

  it.each([false, true])('do not open what another key wrote, not even under their own id; with a secret: %s', (hasSecret) => {
    const cipherOf = (letter: string) => (hasSecret ? new DataCipher([keyOf(letter)]).withSecret(secret) : new DataCipher([keyOf(letter)]));
    const sealed = cipherOf('a').seal('words', 'p');
    const other = cipherOf('b');
    expect(() => other.open(sealed, 'p')).toThrow(StoreError);
    expect(() => other.open(sealed.replace(/^enc:.{8}/, `enc:${other.currentId}`), 'p')).toThrow();
  });

  it('do not open a conversation whose secret is gone', () => {
    const cipher = new DataCipher([keyOf('a')]);
    const sealed = cipher.withSecret(secret).seal('words', 'p');
    expect(() => cipher.open(sealed, 'p')).toThrow();
    expect(() => cipher.withSecret(Buffer.alloc(32)).open(sealed, 'p')).toThrow();
    expect(() => new DataCipher([]).withSecret(secret).open(sealed, 'p')).toThrow();
  });

  it('leave texts as they are when there are none', () => {
    expect(new DataCipher([]).seal('words', 'p')).toBe('words');
  });
});
