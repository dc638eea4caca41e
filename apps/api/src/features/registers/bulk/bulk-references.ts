import { Injectable } from '@nestjs/common';
import type { FieldDefinition, RegisterDefinition } from '@wangge/domain';
import type { Transaction } from '../../../platform/database/index.js';
import { recordLens } from '../record-lenses.js';
import type { BulkCheck, BulkContext, BulkRow } from './bulk-row.js';
import { BulkRepository, canName } from './bulk.repository.js';

/** Records that rows name by what people call them: their key, else their title. Only those the viewer may see count. */
@Injectable()
export class BulkReferences implements BulkCheck {
  constructor(private readonly records: BulkRepository) {}

  async check(tx: Transaction, context: BulkContext, rows: readonly BulkRow[]): Promise<void> {
    await tx.become(recordLens(context.viewer));
    for (const field of context.definition.fields) {
      const target = field.references === undefined ? undefined : context.registers.find(field.references);
      if (target) await this.resolve(tx, context, rows, field, target);
    }
  }

  private async resolve(
    tx: Transaction,
    context: BulkContext,
    rows: readonly BulkRow[],
    { name }: FieldDefinition,
    target: RegisterDefinition,
  ): Promise<void> {
    const texts = new Set(rows.flatMap(({ reading }) => reading.references[name] ?? []));
    const ids = await this.idsOf(tx, context, target, texts);
    for (const row of rows) {
      const text = row.reading.references[name];
      if (text === undefined) continue;
      const [id, another] = ids.get(text) ?? [];
      if (id === undefined) row.faults.push({ column: name, rule: 'reference-unknown' });
      else if (another !== undefined) row.faults.push({ column: name, rule: 'reference-ambiguous' });
      else row.values = { ...row.values, [name]: id };
    }
  }

  private async idsOf(tx: Transaction, { viewer }: BulkContext, target: RegisterDefinition, texts: ReadonlySet<string>) {
    const found = new Map<string, string[]>();
    for (const field of namingFields(target)) {
      const left = [...texts].filter((text) => !found.has(text));
      if (left.length === 0) break;
      const named = await this.records.findNamed(tx, recordLens(viewer), target, field, viewer.districtCode, left);
      for (const { id, text } of named) found.set(text, [...(found.get(text) ?? []), id]);
    }
    return found;
  }
}

/** The key names a record better than its title; a key of several fields names nothing in one cell. */
function namingFields(target: RegisterDefinition): FieldDefinition[] {
  const key = target.naturalKey?.length === 1 ? target.naturalKey[0] : undefined;
  const fields = [key, target.titleField].map((name) => target.fields.find((field) => field.name === name));
  return [...new Set(fields)].flatMap((field) => (field && canName(target, field) ? [field] : []));
}
