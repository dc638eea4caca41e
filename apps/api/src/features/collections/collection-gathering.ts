import { Injectable } from '@nestjs/common';
import type { Lens } from '@wangge/domain';
import type { Transaction } from '../../platform/database/index.js';
import { type RecordGap, RecordGaps } from '../registers/index.js';
import type { CollectionPlan } from './collection-plan.js';

/** One record that something is asked of. */
export interface GatheredItem {
  readonly register: string;
  readonly id: string;
  readonly gridCode: string;
  readonly asked: readonly string[];
  readonly open: readonly string[];
  readonly questions: readonly string[];
}
export interface Gathered {
  /** Whose rows the table has. */
  readonly subjects: readonly RecordGap[];
  /** Each record once, however many rows stand on it. */
  readonly items: readonly GatheredItem[];
  /** How many records lack the field of a column. */
  readonly gaps: ReadonlyMap<string, number>;
}

/** What a table stands on and what is missing of it: one statement for each register on the way, whatever the rows. */
@Injectable()
export class CollectionGathering {
  constructor(private readonly gaps: RecordGaps) {}

  /** The records that a filter finds, up to `most`. */
  async find(tx: Transaction, lens: Lens, plan: CollectionPlan, filter: Readonly<Record<string, string>>, most: number): Promise<Gathered> {
    const [first] = plan.targets;
    if (!first) throw new Error('a table stands on its subject');
    return this.follow(tx, lens, plan, await this.gaps.list(tx, lens, plan.subject, filter, first, most));
  }

  /** The same of records that are known. */
  async again(tx: Transaction, lens: Lens, plan: CollectionPlan, ids: readonly string[]): Promise<Gathered> {
    const [first] = plan.targets;
    if (!first) throw new Error('a table stands on its subject');
    return this.follow(tx, lens, plan, await this.gaps.of(tx, lens, plan.subject, ids, first));
  }

  private async follow(tx: Transaction, lens: Lens, plan: CollectionPlan, subjects: readonly RecordGap[]): Promise<Gathered> {
    const byWay = new Map<string, readonly RecordGap[]>([['', subjects]]);
    const items = new Items();
    const gaps = new Map<string, number>();
    for (const target of plan.targets) {
      const { way, from, register, asked, columns } = target;
      const ids = from && (byWay.get(from.way) ?? []).flatMap(({ targets }) => targets[from.reference] ?? []);
      const records = ids ? await this.gaps.of(tx, lens, register, [...new Set(ids)], target) : subjects;
      byWay.set(way, records);
      const questions = from ? [] : plan.questions.map(({ name }) => name);
      for (const record of records) items.add(register.name, record, asked, questions);
      for (const { key, field } of columns) gaps.set(key, records.filter(({ open }) => open.includes(field.name)).length);
    }
    return { subjects, items: items.all, gaps };
  }
}

/** Two ways may lead to one record. */
class Items {
  private readonly known = new Map<string, GatheredItem>();

  add(register: string, { id, chain, open }: RecordGap, asked: readonly string[], questions: readonly string[]): void {
    if (open.length + questions.length === 0) return;
    const key = `${register} ${id}`;
    const before = this.known.get(key);
    this.known.set(key, {
      register,
      id,
      gridCode: chain.gridCode,
      asked: merged(before?.asked, asked),
      open: merged(before?.open, open),
      questions: merged(before?.questions, questions),
    });
  }

  get all(): readonly GatheredItem[] {
    return [...this.known.values()];
  }
}

const merged = (before: readonly string[] = [], more: readonly string[]): string[] => [...new Set([...before, ...more])];
