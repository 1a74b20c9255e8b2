import fc from 'fast-check';
import { getExpectedTwilioSignature, validateRequest } from 'twilio/lib/webhooks/webhooks';
import { hasValidSignature } from '../../src/twilio/has-valid-signature';

const token = '0123456789abcdef0123456789abcdef';
const value = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }));
const fields = fc.dictionary(fc.string({ unit: 'binary', minLength: 1 }), value, { noNullPrototype: true });
const url = fc.constantFrom(
  'https://guide.example.org/api/sms',
  'https://guide.example.org:443/api/sms',
  'https://guide.example.org:8443/api/sms',
  'https://guide.example.org/api/sms?a=b&c=%20d',
  'https://user:password@guide.example.org/api/sms',
);

describe("the signature of Twilio's webhooks", () => {
  it("is what Twilio's own library makes and accepts, on 1,000 random requests", () => {
    fc.assert(
      fc.property(url, fields, (address, form) => {
        const signature = getExpectedTwilioSignature(token, address, form);
        return hasValidSignature([token], signature, address, form) && validateRequest(token, signature, address, form);
      }),
      { numRuns: 1000 },
    );
  });

  it('is not valid when any byte of the form, the address, the token or the signature is changed', () => {
    fc.assert(
      fc.property(fields, fc.nat(), fc.nat(), (form, where, how) => {
        const address = 'https://guide.example.org/api/sms';
        const full = { ...form, Body: 'help me', From: '+18655550123' };
        const signature = getExpectedTwilioSignature(token, address, full);
        const changed = (text: string) => {
          const bytes = Buffer.from(text);
          const at = where % bytes.length;
          bytes[at] = (bytes[at] as number) ^ (1 + (how % 127));
          return bytes.toString('latin1');
        };
        expect(hasValidSignature([token], changed(signature), address, full)).toBe(false);
        expect(hasValidSignature([token], signature, changed(address), full)).toBe(false);
        expect(hasValidSignature([changed(token)], signature, address, full)).toBe(false);
        for (const name of ['Body', 'From'] as const) {
          expect(hasValidSignature([token], signature, address, { ...full, [name]: changed(full[name]) })).toBe(false);
          expect(hasValidSignature([token], signature, address, { ...full, [name]: undefined })).toBe(false);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['', 'x', 'A'.repeat(28), '\u00e9'.repeat(28), 'A'.repeat(100_000)])('is not "%.10s..."', (signature) => {
    expect(hasValidSignature([token], signature, 'https://guide.example.org/api/sms', { Body: 'hi' })).toBe(false);
  });

  it('may be made with the old token while the token is being changed', () => {
    const address = 'https://guide.example.org/api/sms';
    const signature = getExpectedTwilioSignature(token, address, { Body: 'hi' });
    expect(hasValidSignature(['f'.repeat(32), token], signature, address, { Body: 'hi' })).toBe(true);
    expect(hasValidSignature(['f'.repeat(32)], signature, address, { Body: 'hi' })).toBe(false);
  });
});
