import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { StoreError } from './store-error';

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;
const sealed = /^enc:([0-9a-f]{8}):(.+)$/s;

/** The id under which plain texts are registered. */
export const plainId = 'plain';

/**
 * Encrypts what is kept: AES-256-GCM with a random nonce, written as `enc:<key id>:<base64 of nonce, tag and ciphertext>`. The first key writes,
 * all of them read. Without keys, texts are kept as they are.
 */
export class DataCipher {
  private readonly keys: ReadonlyMap<string, Buffer>;
  /** Id of the key that writes, or `plain`. */
  readonly currentId: string;

  /** `keys`: 32 bytes each. */
  constructor(keys: readonly Buffer[]) {
    this.keys = new Map(keys.map((key) => [keyId(key), key]));
    this.currentId = this.keys.keys().next().value ?? plainId;
  }

  /** Whether texts written under this id can be read. */
  knows(id: string): boolean {
    return id === plainId || this.keys.has(id);
  }

  /** `place` says where the text stands; it opens only for the same place. */
  seal(text: string, place: string): string {
    const key = this.keys.get(this.currentId);
    if (key === undefined) return text;
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(place));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return `enc:${this.currentId}:${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')}`;
  }

  /** Throws StoreError when the key is not known, and node's error when the text was changed or moved. */
  open(kept: string, place: string): string {
    const [, id = plainId, body = ''] = sealed.exec(kept) ?? [];
    if (id === plainId) return kept;
    const key = this.keys.get(id);
    if (key === undefined) throw new StoreError(`DATA_KEY has no key with the id ${id}, which this conversation was kept under.`);
    const bytes = Buffer.from(body, 'base64');
    const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8');
  }

  /** The same text under the current key; null when it is already, or when it cannot be opened. */
  reseal(kept: string, place: string): string | null {
    const [, id = plainId] = sealed.exec(kept) ?? [];
    if (id === this.currentId) return null;
    try {
      return this.seal(this.open(kept, place), place);
    } catch {
      return null;
    }
  }
}

/** Ids are made from the keys, so that an id never stands for two keys. */
function keyId(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8);
}
