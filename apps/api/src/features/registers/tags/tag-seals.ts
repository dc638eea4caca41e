import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { FieldCipher } from '../../../platform/secrets/field-cipher.js';

/** What a tag says: nobody who only has the database knows it. */
const TagContent = z.strictObject({ kind: z.string(), source: z.string(), note: z.string().nullable() });
export type TagContent = z.infer<typeof TagContent>;
const ChangeContent = z.strictObject({ source: z.string(), reason: z.string().nullable() });
export type ChangeContent = z.infer<typeof ChangeContent>;

/** Seals what tags say, and what was done to them, each as its own row. */
@Injectable()
export class TagSeals {
  constructor(private readonly cipher: FieldCipher) {}

  sealTag(id: string, content: TagContent): Buffer {
    return this.cipher.encrypt(JSON.stringify(content), { table: 'register_tag', id });
  }

  openTag(id: string, sealed: Buffer): TagContent {
    return TagContent.parse(JSON.parse(this.cipher.decrypt(sealed, { table: 'register_tag', id })));
  }

  sealChange(id: string, content: ChangeContent): Buffer {
    return this.cipher.encrypt(JSON.stringify(content), { table: 'register_tag_change', id });
  }

  openChange(id: string, sealed: Buffer): ChangeContent {
    return ChangeContent.parse(JSON.parse(this.cipher.decrypt(sealed, { table: 'register_tag_change', id })));
  }
}
