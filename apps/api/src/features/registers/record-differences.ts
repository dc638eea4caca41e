import { isEncrypted, type RegisterDefinition } from '@wangge/domain';
import type { PlainRecord } from './record.js';
import type { ChangedField } from './record.mapper.js';

/** The fields that differ. Of sensitive ones is told only that they do. */
export function differences(
  { fields }: RegisterDefinition,
  before: Pick<PlainRecord, 'values'>,
  after: Pick<PlainRecord, 'values'>,
): ChangedField[] {
  return fields.flatMap((field) => {
    const [from, to] = [before.values[field.name] ?? null, after.values[field.name] ?? null];
    if (from === to) return [];
    return [isEncrypted(field) ? { name: field.name, from: null, to: null } : { name: field.name, from, to }];
  });
}
