import { Injectable } from '@nestjs/common';
import type { BookName, EditionSummary, EditionView, StandardLists } from '@wangge/contracts';
import { bookOf, type CheckContext, changesBetween, checkBook, localDate, type Viewer } from '@wangge/domain';
import { SystemClock } from '../../../platform/clock/clock.js';
import type { Transaction } from '../../../platform/database/index.js';
import { DepartmentDirectory } from '../../departments/index.js';
import { Standards } from '../standards.js';
import { type EditionRow, StandardEditionsRepository, type SummaryRow } from './standard-editions.repository.js';

const EVER = '9999-12-31';
const GRID_DIGITS = 15;

export interface Followed {
  readonly number: number | null;
  readonly lists: StandardLists;
}

/** An edition as its district sees it, within a transaction under the district's lens. */
@Injectable()
export class EditionViews {
  constructor(
    private readonly editions: StandardEditionsRepository,
    private readonly departments: DepartmentDirectory,
    private readonly standards: Standards,
    private readonly clock: SystemClock,
  ) {}

  /** What it follows: the edition published for a day before its own; without one, what comes with the platform. */
  async followed(tx: Transaction, districtCode: string, { book, effectiveOn }: { book: BookName; effectiveOn: string | null }): Promise<Followed> {
    const before = await this.editions.before(tx, districtCode, book, effectiveOn ?? EVER);
    return before ? { number: before.number, lists: before.lists } : { number: null, lists: this.standards.nationalLists(book) };
  }

  async context(tx: Transaction, districtCode: string, lists: StandardLists, before: StandardLists): Promise<CheckContext> {
    const named = Object.values(lists).flatMap((rows) => rows.flatMap(({ area = '' }) => (area.length === GRID_DIGITS ? [area] : [])));
    const [areas, departments] = [
      await this.editions.areas(tx, districtCode, [...new Set(named)]),
      await this.departments.listOpen(tx, districtCode),
    ];
    const now = this.standards.of(districtCode);
    return {
      areas,
      departments,
      before,
      classes: new Map(now.classes().map(({ code, retired }) => [code, { retired }])),
      conditions: new Map(now.conditions().map(({ id, classCode }) => [id, classCode])),
    };
  }

  async of(tx: Transaction, { districtCode }: Pick<Viewer, 'districtCode'>, row: EditionRow): Promise<EditionView> {
    const book = bookOf(row.book);
    const followed = await this.followed(tx, districtCode, { book: row.book, effectiveOn: row.effective_on });
    const context = await this.context(tx, districtCode, row.lists, followed.lists);
    const isInForce = await this.isInForce(tx, districtCode, row);
    return {
      ...this.summary(row, isInForce),
      lists: row.lists,
      findings: row.state === 'draft' ? checkBook(book, row.lists, context) : [],
      changes: changesBetween(book, followed.lists, row.lists),
      follows: followed.number,
      names: namesIn(row.lists, context),
    };
  }

  summaries(rows: readonly SummaryRow[]): EditionSummary[] {
    const today = this.today();
    const worked = rows.filter(({ state, effective_on: day }) => state === 'published' && day !== null && day <= today);
    const current = worked.reduce<SummaryRow | undefined>(
      (found, row) => ((row.effective_on ?? '') > (found?.effective_on ?? '') ? row : found),
      undefined,
    );
    return rows.map((row) => this.summary(row, row.id === current?.id));
  }

  today(): string {
    return localDate(this.clock.now().toISOString());
  }

  private async isInForce(tx: Transaction, districtCode: string, { id, book }: EditionRow): Promise<boolean> {
    return this.summaries(await this.editions.list(tx, districtCode, book)).some((each) => each.id === id && each.inForce);
  }

  private summary(row: SummaryRow, inForce: boolean): EditionSummary {
    const { id, book, number, state, version, note, rows } = row;
    const updated = { updatedAt: row.updated_at.toISOString(), updatedBy: row.updated_by_name };
    return { id, book, number, state, version, effectiveOn: row.effective_on, inForce, note, rows, ...updated };
  }
}

function namesIn(lists: StandardLists, { areas, departments }: CheckContext): Record<string, string> {
  const wanted = new Set(Object.values(lists).flatMap((rows) => rows.flatMap(({ area, department }) => [area, department])));
  const named = [...areas.map(({ code, name }) => [code, name] as const), ...departments.map(({ id, name }) => [id, name] as const)];
  return Object.fromEntries(named.filter(([key]) => wanted.has(key)));
}
