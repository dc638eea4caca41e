import { aes256Gcm, type FieldAlgorithm, sm4WithHmacSm3 } from './field-algorithms.js';
import type { Secrets } from './secrets.js';

/** Where an encrypted field stands: content copied to another row or table cannot be opened there. */
export interface FieldPlace {
  readonly table: string;
  readonly id: string;
}

export type FieldAlgorithmName = 'sm4' | 'aes';

/**
 * Encrypts fields at rest. The first byte says with which algorithm, so that both can be read whichever is used for
 * writing, and a later one can be added.
 */
export class FieldCipher {
  private readonly byVersion: ReadonlyMap<number, FieldAlgorithm>;
  private readonly writing: FieldAlgorithm;

  constructor(secrets: Pick<Secrets, 'fieldKey'>, algorithm: FieldAlgorithmName = 'sm4') {
    const known = { sm4: sm4WithHmacSm3(secrets.fieldKey), aes: aes256Gcm(secrets.fieldKey) };
    this.byVersion = new Map(Object.values(known).map((each) => [each.version, each]));
    this.writing = known[algorithm];
  }

  encrypt(text: string, place: FieldPlace): Buffer {
    return this.seal(Buffer.from(text), place);
  }

  decrypt(sealed: Buffer, place: FieldPlace): string {
    return this.open(sealed, place).toString('utf8');
  }

  /** The same for bytes. */
  seal(bytes: Buffer, place: FieldPlace): Buffer {
    return Buffer.concat([Buffer.of(this.writing.version), this.writing.seal(bytes, associated(place))]);
  }

  open(sealed: Buffer, place: FieldPlace): Buffer {
    const algorithm = this.byVersion.get(sealed[0] ?? 0);
    if (!algorithm) throw new Error('a field is encrypted with an algorithm this version does not know');
    return algorithm.open(sealed.subarray(1), associated(place));
  }
}

const associated = ({ table, id }: FieldPlace) => Buffer.from(`${table}\u0000${id.toLowerCase()}`);
