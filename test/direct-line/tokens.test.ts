import jwt from 'jsonwebtoken';
import { Tokens, tokenSeconds } from '../../src/direct-line/tokens';

const key = 'a key for tests that has 32 characters';

describe('Direct Line tokens', () => {
  let time = 1_700_000_000_000;
  const tokens = new Tokens(key, () => time);
  const holder = { user: 'dl_1', conversation: 'c1' };

  beforeEach(() => {
    time = 1_700_000_000_000;
  });

  it('give back whom they are for', () => {
    expect(tokens.check(tokens.issue(holder))).toEqual({ kind: 'valid', holder });
    expect(tokens.check(tokens.issue({ user: 'dl_1', conversation: null }))).toMatchObject({ holder: { conversation: null } });
  });

  it('carry the user where Microsoft’s client looks for it', () => {
    expect(jwt.decode(tokens.issue(holder))).toMatchObject({ user: 'dl_1' });
  });

  it('expire after 30 minutes', () => {
    const token = tokens.issue(holder);
    time += (tokenSeconds - 1) * 1000;
    expect(tokens.check(token).kind).toBe('valid');
    time += 1000;
    expect(tokens.check(token)).toEqual({ kind: 'expired' });
  });

  it.each([
    ['another key', () => new Tokens('another key of at least 32 characters', () => time).issue(holder)],
    ['another algorithm', () => jwt.sign({ user: 'dl_1', conv: 'c1' }, key, { algorithm: 'HS512' })],
    ['no signature', () => jwt.sign({ user: 'dl_1', conv: 'c1' }, null, { algorithm: 'none' })],
    ['other claims', () => jwt.sign({ name: 'x', exp: time }, key)],
    ['no token at all', () => ''],
  ])('are refused with %s', (_case, make) => {
    expect(tokens.check(make())).toEqual({ kind: 'invalid' });
  });
});
