import { get, type IncomingMessage } from 'node:http';

/** An answer as it comes over the wire. */
export interface RawAnswer {
  readonly headers: IncomingMessage['headers'];
  readonly status: number | undefined;
  /** Not unpacked. */
  readonly bytes: Buffer;
}

/** Asks for an address with this `Accept-Encoding`. */
export function fetchRaw(url: string, encoding: string): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'Accept-Encoding': encoding } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ headers: response.headers, status: response.statusCode, bytes: Buffer.concat(parts) }));
    }).on('error', reject);
  });
}
