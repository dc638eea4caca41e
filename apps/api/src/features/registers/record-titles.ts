import { Injectable } from '@nestjs/common';
import { isEncrypted, type RegisterDefinition } from '@wangge/domain';
import { RecordCells } from './record-cells.js';
import { titleOf } from './record.mapper.js';
import { columnOf } from './register-columns.js';

/** Titles as statements over many registers bring them (`titleCell`), in the words a viewer reads: masked. */
@Injectable()
export class RecordTitles {
  constructor(private readonly cells: RecordCells) {}

  of(definition: RegisterDefinition, { id, title }: { readonly id: string; readonly title: string | null }): string {
    const field = definition.fields.find(({ name }) => name === definition.titleField);
    if (!field || title === null) return '';
    const cell = isEncrypted(field) ? Buffer.from(title, 'base64') : title;
    return titleOf(definition, this.cells.toValue(definition, field, id, { [columnOf(field)]: cell }));
  }
}
