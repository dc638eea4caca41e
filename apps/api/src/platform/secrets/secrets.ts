import { createHmac, timingSafeEqual } from 'node:crypto';
import path from 'node:path';
import { openSecretsFile, type SecretKeys } from './secrets-file.js';

/** The keys of this installation, and what may be done with them. */
export class Secrets {
  constructor(private readonly keys: SecretKeys) {}

  /** From `WANGGE_SECRETS_FILE` where that is set (a mounted secret), else from the data directory. */
  static open(dataDir: string, given = process.env.WANGGE_SECRETS_FILE): Secrets {
    return new Secrets(openSecretsFile(given || path.join(dataDir, 'secrets.json')));
  }

  /** Signs access tokens. */
  get tokenKey(): Buffer {
    return this.keys.jwt;
  }

  /** From it the field cipher makes its keys. */
  get fieldKey(): Buffer {
    return this.keys.fields;
  }

  /** For a thread of this process, which makes a `Secrets` of its own of them. They go nowhere else. */
  get forThread(): SecretKeys {
    return this.keys;
  }

  /**
   * HMAC-SM3 in hexadecimal: equal texts are found again, but only with the key. Hashes of two purposes never match.
   */
  keyedHash(purpose: string, text: string): string {
    return createHmac('sm3', this.keys.hash).update(`${purpose}\u0000${text}`).digest('hex');
  }

  /** Whether a hash given from outside is the one of this text, without telling by time how much of it is right. */
  isKeyedHash(purpose: string, text: string, given: string): boolean {
    const expected = Buffer.from(this.keyedHash(purpose, text));
    const actual = Buffer.from(given);
    return actual.length === expected.length && timingSafeEqual(actual, expected);
  }
}
