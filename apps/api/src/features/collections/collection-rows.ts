import { Injectable } from '@nestjs/common';
import type { CollectionRow, FieldValue, FieldValues, RecordView } from '@wangge/contracts';
import { type Lens, missingFields, type Target } from '@wangge/domain';
import type { Transaction } from '../../platform/database/index.js';
import { RecordLookup } from '../registers/index.js';
import type { CollectionPlan } from './collection-plan.js';

type Views = ReadonlyMap<string, RecordView>;

export interface WantedRow {
  readonly id: string;
  readonly answers: FieldValues;
}

/** Rows as they are read: the values stand in the registers, and are masked as anywhere. One statement for each register. */
@Injectable()
export class CollectionRows {
  constructor(private readonly lookup: RecordLookup) {}

  /** In the given order; a record that is gone, or not shown by the lens, has no row. */
  async of(tx: Transaction, lens: Lens, plan: CollectionPlan, wanted: readonly WantedRow[]): Promise<CollectionRow[]> {
    const byWay = new Map<string, Views>();
    for (const target of plan.targets) {
      const { way, from, register } = target;
      const ids = from ? [...(byWay.get(from.way)?.values() ?? [])].flatMap((view) => idOf(view.values[from.reference])) : wanted.map(({ id }) => id);
      byWay.set(way, await this.lookup.find(tx, lens, plan.registers, register, ids, neededOf(target)));
    }
    return wanted.flatMap((row) => {
      const view = byWay.get('')?.get(row.id);
      return view ? [rowOf(plan, byWay, view, row.answers)] : [];
    });
  }
}

/** The columns, what decides whether they are asked for, and what leads on. */
function neededOf({ register, columns, references }: Target): string[] {
  const deciding = register.fields.flatMap(({ name, shownWhen }) =>
    shownWhen && columns.some(({ field }) => field.name === name) ? shownWhen.field : [],
  );
  return [...columns.map(({ field }) => field.name), ...deciding, ...references];
}

function rowOf({ targets, questions }: CollectionPlan, byWay: ReadonlyMap<string, Views>, subject: RecordView, answers: FieldValues): CollectionRow {
  const values: Record<string, FieldValue> = {};
  const referenceTitles: Record<string, string> = {};
  const open: string[] = [];
  const records = new Map<string, RecordView | undefined>([['', subject]]);
  for (const { way, from, columns, register, asked } of targets) {
    const view = from ? byWay.get(way)?.get(idOf(records.get(from.way)?.values[from.reference])[0] ?? '') : subject;
    records.set(way, view);
    const missing = view ? missingFields(register, asked, view.values) : [];
    for (const { key, field } of columns) {
      values[key] = view?.values[field.name] ?? null;
      const title = view?.referenceTitles[field.name];
      if (title !== undefined) referenceTitles[key] = title;
      if (missing.includes(field.name)) open.push(key);
    }
  }
  for (const { name } of questions) {
    values[name] = answers[name] ?? null;
    if (values[name] === null) open.push(name);
  }
  return { recordId: subject.id, title: subject.title, names: subject.names, values, referenceTitles, open };
}

const idOf = (value: FieldValue | undefined): string[] => (typeof value === 'string' ? [value] : []);
