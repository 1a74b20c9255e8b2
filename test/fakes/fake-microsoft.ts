import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import https from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import jwt from 'jsonwebtoken';
import { type Cloud, publicCloud } from '../../src/bot/public-cloud';

/** A key pair with the id under which it is published. */
export interface SigningKey {
  readonly kid: string;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/** What a server that is in trouble does: answers with a status, with a body that is of no use, or not at all. */
export type Trouble = number | { readonly body: string } | 'silence';

/** Makes a key as Microsoft's are. */
export function signingKey(kid: string): SigningKey {
  return { kid, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) };
}

const channelKey = signingKey('channel-key');
const emulatorKey = signingKey('emulator-key');

/** Microsoft's side of who is who: publishes the keys of channels and of the Emulator, signs tokens with them, and gives the bot its own. */
export class FakeMicrosoft {
  /** What was asked for: method, host and path. */
  readonly asked: string[] = [];
  /** What the bot said when it asked for tokens. */
  readonly grants: { readonly host: string; readonly path: string; readonly form: URLSearchParams }[] = [];
  /** Keys of channels, with the channels that each may speak for. */
  channelKeys: (SigningKey & { readonly endorsements?: readonly string[] })[] = [
    { ...channelKey, endorsements: ['msteams', 'sms', 'webchat'] },
  ];
  readonly channelKey = channelKey;
  readonly emulatorKey = emulatorKey;
  keysTrouble: Trouble | null = null;
  grantTrouble: Trouble | null = null;

  private readonly realAgent = https.globalAgent;

  private constructor(
    private readonly server: Server,
    private readonly url: string,
  ) {}

  /** Listens, and takes every HTTPS connection of this process that brings no agent of its own, whatever host it is for. */
  static async start(): Promise<FakeMicrosoft> {
    const server = createServer(async (request, response) => {
      const { status, body } = await microsoft.answer(request);
      if (status === null) return;
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const microsoft = new FakeMicrosoft(server, `http://127.0.0.1:${port}`);
    const agent = new https.Agent();
    // MSAL takes no plain address and asks Microsoft about every authority that it does not know: so the real one is asked, here.
    agent.createConnection = () => connect(port, '127.0.0.1');
    https.globalAgent = agent;
    return microsoft;
  }

  /** The public cloud, but keys are looked for here. */
  get cloud(): Cloud {
    return {
      ...publicCloud,
      ToBotFromChannelOpenIdMetadataUrl: `${this.url}/channel/openid`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${this.url}/emulator/openid`,
    };
  }

  /** How often something was asked for whose path ends so. */
  count(path: string): number {
    return this.asked.filter((one) => one.endsWith(path)).length;
  }

  /** A header with a token as a channel sends it; `claims` replaces or, by undefined, removes claims. */
  bearer(app: string, serviceUrl: string, claims: object = {}, key: SigningKey = channelKey): string {
    const now = Math.floor(Date.now() / 1000);
    const all = {
      iss: publicCloud.ToBotFromChannelTokenIssuer,
      aud: app,
      serviceurl: serviceUrl,
      nbf: now - 10,
      exp: now + 600,
      ...claims,
    };
    return `Bearer ${jwt.sign(JSON.stringify(all), key.privateKey, { algorithm: 'RS256', keyid: key.kid })}`;
  }

  async stop(): Promise<void> {
    https.globalAgent = this.realAgent;
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage): Promise<{ status: number | null; body: string }> {
    const { method, headers } = request;
    const [url = ''] = (request.url ?? '').split('?');
    this.asked.push(`${method} ${headers.host}${url}`);
    const isGrant = url.endsWith('/oauth2/v2.0/token');
    const trouble = isGrant ? this.grantTrouble : this.keysTrouble;
    if (isGrant) {
      let form = '';
      for await (const part of request) form += part;
      this.grants.push({ host: headers.host ?? '', path: url, form: new URLSearchParams(form) });
    }
    if (trouble === 'silence') return { status: null, body: '' };
    if (typeof trouble === 'number') return { status: trouble, body: '{"error":"invalid_client","error_description":"AADSTS7000215"}' };
    if (trouble !== null) return { status: 200, body: trouble.body };
    const found = isGrant ? this.grant() : this.document(url);
    return { status: found === null ? 404 : 200, body: JSON.stringify(found) };
  }

  private grant(): object {
    return { token_type: 'Bearer', expires_in: 3600, ext_expires_in: 3600, access_token: `granted-${this.grants.length}` };
  }

  private document(path: string): object | null {
    const [, set, name] = path.split('/');
    if (name === 'openid') return { issuer: publicCloud.ToBotFromChannelTokenIssuer, jwks_uri: `${this.url}/${set}/keys` };
    const keys = set === 'channel' ? this.channelKeys : [emulatorKey];
    if (name !== 'keys') return null;
    return {
      keys: keys.map(({ publicKey, privateKey: _secret, ...more }) => ({ use: 'sig', ...publicKey.export({ format: 'jwk' }), ...more })),
    };
  }
}
