import { Injectable } from '@nestjs/common';
import type { FilingCondition, MatterClass } from '@wangge/contracts';
import type { HolidayFile } from '@wangge/domain';
import type { Transaction } from '../../platform/database/transaction.js';
import type { StandardsSeed } from './seed-files.js';
import * as queries from './standards.queries.js';

interface ClassRow {
  readonly code: string;
  readonly name: string;
  readonly major_code: string;
  readonly major_name: string;
  readonly alias_2013: string | null;
  readonly origin: MatterClass['origin'];
  readonly retired: boolean;
}
interface ConditionRow {
  readonly id: string;
  readonly class_code: string;
  readonly filing: string;
  readonly closing: string;
  readonly limit_text: string;
  readonly limit_basis: FilingCondition['limit']['basis'];
  readonly limit_minutes: number;
  readonly from_standard: boolean;
}
interface DayRow {
  readonly day: string;
  readonly off: boolean;
  readonly name: string;
  readonly notice_year: number;
}

@Injectable()
export class StandardsRepository {
  async listClasses(tx: Transaction): Promise<MatterClass[]> {
    const rows = await tx.query<ClassRow>(queries.LIST_CLASSES);
    return rows.map((row) => ({
      code: row.code,
      name: row.name,
      majorCode: row.major_code,
      majorName: row.major_name,
      alias2013: row.alias_2013,
      origin: row.origin,
      retired: row.retired,
    }));
  }

  async listConditions(tx: Transaction): Promise<FilingCondition[]> {
    const rows = await tx.query<ConditionRow>(queries.LIST_CONDITIONS);
    return rows.map((row) => ({
      id: row.id,
      classCode: row.class_code,
      filing: row.filing,
      closing: row.closing,
      limit: { text: row.limit_text, basis: row.limit_basis, minutes: row.limit_minutes },
      fromStandard: row.from_standard,
    }));
  }

  /** As the yearly notices name them. */
  async listNotices(tx: Transaction): Promise<HolidayFile[]> {
    const notices = new Map<number, HolidayFile>();
    for (const { notice_year: year, day, off, name } of await tx.query<DayRow>(queries.LIST_DAYS)) {
      const notice = notices.get(year) ?? { year, days: [] };
      notices.set(year, { year, days: [...notice.days, { date: day, isOffDay: off, name }] });
    }
    return [...notices.values()];
  }

  /** Fills the tables from the seed unless they hold it already; says whether it did. */
  async ensureSeeded(tx: Transaction, seed: StandardsSeed, at: Date): Promise<boolean> {
    await tx.query(queries.LOCK_SEED);
    const [stored] = await tx.query<{ hash: string }>(queries.FIND_HASH);
    if (stored?.hash === seed.hash) return false;
    await tx.query(queries.STORE_CLASSES, [JSON.stringify(seed.classes)]);
    await tx.query(queries.CLEAR_CONDITIONS);
    await tx.query(queries.STORE_CONDITIONS, [JSON.stringify(seed.conditions)]);
    await tx.query(queries.CLEAR_DAYS);
    await tx.query(queries.STORE_DAYS, [JSON.stringify(seed.holidays.flatMap(daysOf))]);
    await tx.query(queries.KEEP_HASH, [seed.hash, at.toISOString()]);
    return true;
  }
}

const daysOf = ({ year, days }: HolidayFile) =>
  days.map(({ date, isOffDay, name }) => ({ day: date, off: isOffDay, name, year }));
