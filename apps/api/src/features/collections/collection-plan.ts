import type { CollectionColumn, CollectionField, CollectionQuestion } from '@wangge/contracts';
import {
  type FieldDefinition,
  questionFields,
  type RegisterDefinition,
  type ResolvedColumn,
  resolveColumn,
  type Target,
  targetsOf,
  toRegisterField,
} from '@wangge/domain';
import type { Registers } from '../registers/index.js';

/** A table in the terms of the registers as they are today. */
export interface CollectionPlan {
  readonly registers: Registers;
  readonly subject: RegisterDefinition;
  readonly columns: readonly ResolvedColumn[];
  readonly targets: readonly Target[];
  readonly questions: readonly FieldDefinition[];
}

export interface PlannedTable {
  readonly register: string;
  readonly columns: readonly CollectionColumn[];
  readonly questions: readonly CollectionQuestion[];
}

/** A column whose field is gone from its register is left out: who makes a table is refused it (`unknownColumn`). */
export function planOf(registers: Registers, { register, columns, questions }: PlannedTable): CollectionPlan {
  const subject = registers.get(register);
  const resolved = columns.flatMap((column) => resolveColumn(registers, subject, column) ?? []);
  return { registers, subject, columns: resolved, targets: targetsOf(subject, resolved), questions: questionFields(questions) };
}

/** The place of the first column that is not there, or is there twice; -1 where all are well. */
export function unknownColumn(registers: Registers, { register, columns }: PlannedTable): number {
  const subject = registers.get(register);
  const keys = columns.map(({ key }) => key);
  return columns.findIndex((column, index) => keys.indexOf(column.key) !== index || !resolveColumn(registers, subject, column));
}

export function fieldsOf({ columns, questions }: CollectionPlan): CollectionField[] {
  return [
    ...columns.map(({ key, ask, path, register, field }) => ({
      key,
      isQuestion: false,
      ask,
      field: toRegisterField(register, field),
      path: path.map((step) => step.field.label),
    })),
    ...questions.map((field) => ({ key: field.name, isQuestion: true, ask: true, field: toRegisterField({}, field), path: [] })),
  ];
}
