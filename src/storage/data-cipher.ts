import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { StoreError } from './store-error';

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;
const sealed = /^enc:([0-9a-f]{8}):(.+)$/s;

/** The id under which texts stand that no data key protects. */
const noKeyId = '00000000';

/**
 * Encrypts what is kept: AES-256-GCM with a random nonce, written as `enc:<key id>:<base64 of nonce, tag and ciphertext>`. The first key writes,
 * all of them read. Without keys and without a secret, texts are kept as they are.
 */
export class DataCipher {
  private readonly keys: ReadonlyMap<string, Buffer>;
  /** Keys made of the secret, as they were needed, so that one conversation's texts do not make them again and again. */
  private readonly derived = new Map<string, Buffer>();
  /** Id of the key that writes. */
  readonly currentId: string;

  /** `keys`: 32 bytes each, or by their ids. `secret`: see `withSecret`. */
  constructor(
    keys: readonly Buffer[] | ReadonlyMap<string, Buffer>,
    private readonly secret: Uint8Array | null = null,
  ) {
    this.keys = keys instanceof Map ? keys : new Map([...keys.values()].map((key) => [keyId(key), key]));
    this.currentId = this.keys.keys().next().value ?? noKeyId;
  }

  /** Ids of all keys that were given, or the one of texts without a key. */
  get ids(): readonly string[] {
    return this.isKeyless ? [noKeyId] : [...this.keys.keys()];
  }

  /** Whether no data key was given. */
  get isKeyless(): boolean {
    return this.keys.size === 0;
  }

  /** The same for one conversation, whose texts nobody can read any more when its secret is gone, not even with the data keys. */
  withSecret(secret: Uint8Array): DataCipher {
    return new DataCipher(this.keys, secret);
  }

  /** Whether texts written under this id can be read. */
  knows(id: string): boolean {
    return id === noKeyId || this.keys.has(id);
  }

  /** `place` says where the text stands; it opens only for the same place. */
  seal(text: string, place: string): string {
    const key = this.keyOf(this.currentId);
    if (key === null) return text;
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(place));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return `enc:${this.currentId}:${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')}`;
  }

  /** Throws StoreError when the key is not known, and node's error when the text was changed or moved. */
  open(kept: string, place: string): string {
    const [, id, body = ''] = sealed.exec(kept) ?? [];
    if (id === undefined) return kept;
    const key = this.keyOf(id);
    if (key === null) throw new StoreError(`DATA_KEY has no key with the id ${id}, which this conversation was kept under.`);
    const bytes = Buffer.from(body, 'base64');
    const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8');
  }

  /** The same text under the current key; null when it is already, or when it cannot be opened. */
  reseal(kept: string, place: string): string | null {
    const [, id = noKeyId] = sealed.exec(kept) ?? [];
    if (id === this.currentId) return null;
    try {
      return this.seal(this.open(kept, place), place);
    } catch {
      return null;
    }
  }

  /** null: texts under this id are not encrypted, or the key is not known. */
  private keyOf(id: string): Buffer | null {
    const key = this.keys.get(id) ?? null;
    if (this.secret === null || !this.knows(id)) return key;
    const derived =
      this.derived.get(id) ??
      createHmac('sha256', key ?? 'no data key')
        .update(this.secret)
        .digest();
    this.derived.set(id, derived);
    return derived;
  }
}

/** Ids are made from the keys, so that an id never stands for two keys. */
function keyId(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8);
}
