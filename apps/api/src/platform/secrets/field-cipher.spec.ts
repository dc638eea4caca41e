import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { FieldCipher } from './field-cipher.js';

const place = { table: 'event', id: '0192f0c1-2345-7abc-8def-0123456789ab' };
const secrets = { fieldKey: randomBytes(32) };
const ALGORITHMS = ['sm4', 'aes'] as const;

describe('the algorithms of this Node', () => {
  test('SM3 of "abc" is the value of GB/T 32905', () => {
    expect(createHash('sm3').update('abc').digest('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    );
  });

  test('SM4 of one block is the value of GB/T 32907', () => {
    const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
    const cipher = createCipheriv('sm4-ecb', block, null).setAutoPadding(false);
    expect(cipher.update(block).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
  });
});

describe.each(ALGORITHMS)('a field encrypted with %s', (algorithm) => {
  const cipher = new FieldCipher(secrets, algorithm);

  test('is read again in its own row', () => {
    for (const text of ['', '张', '13800000000', '长'.repeat(5000)]) {
      expect(cipher.decrypt(cipher.encrypt(text, place), place)).toBe(text);
    }
  });

  test('is another each time and does not hold the text', () => {
    const [one, two] = [cipher.encrypt('13800000000', place), cipher.encrypt('13800000000', place)];
    expect(one.equals(two)).toBe(false);
    expect(one.includes('138000')).toBe(false);
  });

  test('cannot be opened in another row or another table', () => {
    const sealed = cipher.encrypt('13800000000', place);
    expect(() => cipher.decrypt(sealed, { ...place, id: place.id.replace('0', '1') })).toThrow(/altered/);
    expect(() => cipher.decrypt(sealed, { ...place, table: 'resident' })).toThrow(/altered/);
  });

  test('cannot be opened when any one bit of it was changed', () => {
    const sealed = cipher.encrypt('13800000000', place);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => cipher.decrypt(changed, place)).toThrow();
    }
    expect(() => cipher.decrypt(sealed.subarray(0, 20), place)).toThrow();
    expect(() => cipher.decrypt(Buffer.alloc(0), place)).toThrow();
  });

  test('cannot be opened with the key of another installation', () => {
    const stranger = new FieldCipher({ fieldKey: randomBytes(32) }, algorithm);
    expect(() => stranger.decrypt(cipher.encrypt('13800000000', place), place)).toThrow(/altered/);
  });

  test('can be read after the installation has changed to the other algorithm', () => {
    const other = new FieldCipher(secrets, algorithm === 'sm4' ? 'aes' : 'sm4');
    expect(other.decrypt(cipher.encrypt('13800000000', place), place)).toBe('13800000000');
  });
});
