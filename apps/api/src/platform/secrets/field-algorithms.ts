import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** Encrypts a field together with proof of what it belongs to; opening anything altered throws. */
export interface FieldAlgorithm {
  /** The first byte of everything it encrypts. */
  readonly version: number;
  seal(plain: Buffer, associated: Buffer): Buffer;
  open(sealed: Buffer, associated: Buffer): Buffer;
}

const derive = (key: Buffer, use: string, bytes: number) => Buffer.from(hkdfSync('sm3', key, '', `wangge field ${use}`, bytes));
const altered = () => new Error('an encrypted field was altered, or belongs to another row');

const SM4_IV = 16;
const SM3_TAG = 32;

/** Node's SM4 has no GCM: counter mode, then HMAC-SM3 over everything (encrypt, then authenticate). */
export function sm4WithHmacSm3(key: Buffer): FieldAlgorithm {
  const version = 1;
  const cipherKey = derive(key, 'sm4-ctr', 16);
  const macKey = derive(key, 'hmac-sm3', 32);
  const tagOf = (body: Buffer, associated: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(associated.length);
    return createHmac('sm3', macKey).update(Buffer.of(version)).update(length).update(associated).update(body).digest();
  };
  return {
    version,
    seal(plain, associated) {
      const iv = randomBytes(SM4_IV);
      const cipher = createCipheriv('sm4-ctr', cipherKey, iv);
      const body = Buffer.concat([iv, cipher.update(plain), cipher.final()]);
      return Buffer.concat([body, tagOf(body, associated)]);
    },
    open(sealed, associated) {
      if (sealed.length < SM4_IV + SM3_TAG) throw altered();
      const body = sealed.subarray(0, -SM3_TAG);
      if (!timingSafeEqual(sealed.subarray(-SM3_TAG), tagOf(body, associated))) throw altered();
      const decipher = createDecipheriv('sm4-ctr', cipherKey, body.subarray(0, SM4_IV));
      return Buffer.concat([decipher.update(body.subarray(SM4_IV)), decipher.final()]);
    },
  };
}

const GCM_IV = 12;
const GCM_TAG = 16;

export function aes256Gcm(key: Buffer): FieldAlgorithm {
  const cipherKey = derive(key, 'aes-256-gcm', 32);
  return {
    version: 2,
    seal(plain, associated) {
      const iv = randomBytes(GCM_IV);
      const cipher = createCipheriv('aes-256-gcm', cipherKey, iv).setAAD(associated);
      return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, associated) {
      if (sealed.length < GCM_IV + GCM_TAG) throw altered();
      const decipher = createDecipheriv('aes-256-gcm', cipherKey, sealed.subarray(0, GCM_IV), { authTagLength: GCM_TAG });
      decipher.setAAD(associated).setAuthTag(sealed.subarray(-GCM_TAG));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(GCM_IV, -GCM_TAG)), decipher.final()]);
      } catch {
        throw altered();
      }
    },
  };
}
