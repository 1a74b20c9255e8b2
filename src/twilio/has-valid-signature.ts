import { createHmac, timingSafeEqual } from 'node:crypto';

/** The fields of a form as they were sent; a field that was sent more than once has a list. */
export type FormFields = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Whether a webhook comes from Twilio (https://www.twilio.com/docs/usage/security#validating-requests): Base64 of HMAC-SHA1, under the account's
 * auth token, over the address that Twilio called and then each field's name and value in the order of the names. A field that was sent more than
 * once counts each of its values once, in order.
 *
 * @param authTokens one of them has to fit: while a token is being changed there are two
 * @param url the address as it stands in Twilio's console; Twilio may sign it with or without the port of https
 */
export function hasValidSignature(authTokens: readonly string[], signature: string, url: string, fields: FormFields): boolean {
  const signed = Object.keys(fields)
    .sort()
    .flatMap((name) => [...new Set([fields[name] ?? []].flat())].sort().map((value) => name + value))
    .join('');
  const given = Buffer.from(signature);
  // All are compared, so that the time does not tell which one fits.
  return authTokens
    .flatMap((token) =>
      addresses(url).map((address) =>
        createHmac('sha1', token)
          .update(address + signed)
          .digest('base64'),
      ),
    )
    .map((expected) => given.length === expected.length && timingSafeEqual(given, Buffer.from(expected)))
    .includes(true);
}

function addresses(url: string): readonly string[] {
  const [, scheme, host, rest] = /^(https:\/\/)([^/?]*?)(?::443)?([/?].*)?$/s.exec(url) ?? [];
  if (scheme === undefined || host === undefined || /:\d+$/.test(host)) return [url];
  return ['', ':443'].map((port) => `${scheme}${host}${port}${rest ?? ''}`);
}
