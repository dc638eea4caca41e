import { Injectable } from '@nestjs/common';
import type { FieldKind, FieldValue, FieldValues } from '@wangge/contracts';
import { type FieldDefinition, isEncrypted, type RegisterDefinition, tableOf } from '@wangge/domain';
import { FieldCipher } from '../../platform/secrets/field-cipher.js';
import { Secrets } from '../../platform/secrets/secrets.js';
import { columnOf, indexColumnOf, isIndexed } from './register-columns.js';

type Row = Readonly<Record<string, unknown>>;

/** Values of a record as the cells of its row, and back: sensitive ones are encrypted, with a blind index beside them. */
@Injectable()
export class RecordCells {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly secrets: Secrets,
  ) {}

  /** The cells of the fields that are given, for jsonb_populate_record. */
  toCells(definition: RegisterDefinition, id: string, values: FieldValues): Record<string, unknown> {
    const cells: Record<string, unknown> = {};
    for (const field of definition.fields) {
      const value = values[field.name];
      if (value === undefined) continue;
      cells[columnOf(field)] = isEncrypted(field) ? this.seal(definition, field, id, value) : value;
      if (isIndexed(definition, field))
        cells[indexColumnOf(field)] = value === null ? null : this.blindIndex(definition, field, value);
    }
    return cells;
  }

  toValues(definition: RegisterDefinition, id: string, row: Row): FieldValues {
    return Object.fromEntries(definition.fields.map((field) => [field.name, this.toValue(definition, field, id, row)]));
  }

  toValue(definition: RegisterDefinition, field: FieldDefinition, id: string, row: Row): FieldValue {
    const cell = row[columnOf(field)];
    if (cell instanceof Buffer) return ofKind(field.kind, this.cipher.decrypt(cell, placeOf(definition, field, id)));
    if (cell instanceof Date) return cell.toISOString();
    return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? cell : null;
  }

  /** Values that were kept as cells in JSON, of the same record. */
  fromCells(definition: RegisterDefinition, id: string, kept: Row): FieldValues {
    const given = definition.fields.filter((field) => columnOf(field) in kept);
    const entries = given.map((field) => {
      const cell = kept[columnOf(field)];
      const sealed = isEncrypted(field) && typeof cell === 'string' ? Buffer.from(cell.slice(2), 'hex') : cell;
      return [field.name, this.toValue(definition, field, id, { [columnOf(field)]: sealed })] as const;
    });
    return Object.fromEntries(entries);
  }

  /** The same for equal values, and only with the key of this installation. */
  blindIndex(definition: RegisterDefinition, field: FieldDefinition, value: FieldValue): string {
    return this.secrets.keyedHash(`register ${tableOf(definition)}.${columnOf(field)}`, String(value));
  }

  /** By which tags of a kind are looked for. */
  tagKey(kind: string): string {
    return this.secrets.keyedHash('register tag kind', kind).slice(0, 32);
  }

  /** A hash to know a command by, from which nobody can guess the numbers in it. */
  commandHash(content: unknown): string {
    return this.secrets.keyedHash('register command', JSON.stringify(content));
  }

  private seal(definition: RegisterDefinition, field: FieldDefinition, id: string, value: FieldValue): string | null {
    if (value === null) return null;
    return `\\x${this.cipher.encrypt(String(value), placeOf(definition, field, id)).toString('hex')}`;
  }
}

/** A value copied to another row, table or column cannot be opened there. */
const placeOf = (definition: RegisterDefinition, field: FieldDefinition, id: string) => ({
  table: `${tableOf(definition)}.${columnOf(field)}`,
  id,
});

function ofKind(kind: FieldKind, text: string): FieldValue {
  if (kind === 'integer' || kind === 'number') return Number(text);
  return kind === 'boolean' ? text === 'true' : text;
}
