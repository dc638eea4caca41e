import { Injectable } from '@nestjs/common';
import { FieldValue, Id } from '@wangge/contracts';
import type { RegisterDefinition } from '@wangge/domain';
import { z } from 'zod';
import { apiError } from '../../platform/http/errors.js';
import { FieldCipher } from '../../platform/secrets/field-cipher.js';

/** Where a page ended: the value of the sort column and the id of its last row. */
const Cursor = z.tuple([z.string(), FieldValue, Id]);
export interface Cursor {
  readonly key: FieldValue;
  readonly id: string;
}

const PLACE = { table: 'cursor', id: '' };

/** Cursors hold a value of a record, such as a name that is shown masked: they are sealed, and only ours can be opened. */
@Injectable()
export class RecordCursors {
  constructor(private readonly cipher: FieldCipher) {}

  write({ name }: RegisterDefinition, sort: string, { key, id }: Cursor): string {
    return this.cipher.encrypt(JSON.stringify([`${name} ${sort}`, key, id]), PLACE).toString('base64url');
  }

  /** Anything but one of ours, for this list in this order, is a bad request. */
  read({ name }: RegisterDefinition, sort: string, text: string): Cursor {
    const [list, key, id] = this.open(text);
    if (list !== `${name} ${sort}`) throw unknown();
    return { key, id };
  }

  private open(text: string): z.infer<typeof Cursor> {
    try {
      return Cursor.parse(JSON.parse(this.cipher.decrypt(Buffer.from(text, 'base64url'), PLACE)));
    } catch {
      throw unknown();
    }
  }
}

const unknown = () => apiError('request.invalid', { fields: [{ path: 'query.cursor', rule: 'unknown' }] });
