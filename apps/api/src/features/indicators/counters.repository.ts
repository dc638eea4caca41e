import { Injectable } from '@nestjs/common';
import type { AreaLens, DayTally, Measure } from '@wangge/domain';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import * as queries from './indicators.queries.js';
import type { Moment } from './moment.js';

/** Nodes of one level, read through a lens. */
export interface Place {
  readonly lens: AreaLens;
  readonly nodes: readonly string[];
}

/** Flows are read from a day on; stocks are sums of all that ever was. */
export interface Wanted {
  readonly flows: readonly Measure[];
  readonly from: string;
  readonly stocks: readonly Measure[];
}

interface TallyRow {
  readonly measure: string;
  readonly day: string;
  readonly count: number;
  readonly minutes: number;
  readonly count_before: number;
  readonly minutes_before: number;
  readonly count_within: number;
  readonly minutes_within: number;
}
export interface ClassRow {
  readonly code: string | null;
  readonly today: number;
  readonly last_week: number;
}
export interface DepartmentRow {
  readonly name: string;
  readonly open: number;
  readonly overdue: number;
  readonly used_minutes: number;
  readonly limit_minutes: number;
}
export interface AreaRow {
  readonly code: string;
  readonly open: number;
  readonly overdue: number;
  readonly on_time: number;
  readonly due: number;
}
/** Sums of one measure of an area or a department. */
export interface MeasureRow {
  readonly id: string;
  readonly measure: string;
  readonly count: number;
  readonly minutes: number;
  readonly ever: number;
}
export interface PeriodRow {
  readonly measure: string;
  readonly count: number;
  readonly minutes: number;
  readonly ever: number;
}

/** Reads counters together with what is not folded yet. The events themselves are never counted. */
@Injectable()
export class CountersRepository {
  async tallies(tx: Transaction, place: Place, wanted: Wanted, { hour, share }: Moment): Promise<DayTally[]> {
    const rows = await read<TallyRow>(tx, queries.TALLIES, place, wanted, [hour]);
    return rows.map((row) => ({
      measure: row.measure,
      day: row.day,
      count: row.count,
      minutes: row.minutes,
      soFar: {
        count: row.count_before + row.count_within * share,
        minutes: row.minutes_before + row.minutes_within * share,
      },
    }));
  }

  hours(tx: Transaction, place: Place, today: string): Promise<{ hour: number; measure: string; count: number }[]> {
    return read(tx, queries.HOURS, place, { flows: ['reported', 'closed'], from: today, stocks: [] });
  }

  /** Reports of a day by class, beside those of `from` until the same time of day. */
  classes(tx: Transaction, place: Place, from: string, { date, hour, share }: Moment): Promise<ClassRow[]> {
    return read(tx, queries.CLASSES, place, { flows: ['reported'], from, stocks: [] }, [date, hour, share]);
  }

  departments(tx: Transaction, place: Place, wanted: Wanted): Promise<DepartmentRow[]> {
    return read(tx, queries.DEPARTMENTS, place, wanted);
  }

  areas(tx: Transaction, place: Place, wanted: Wanted): Promise<AreaRow[]> {
    return read(tx, queries.AREAS, place, wanted);
  }

  /** `to` is the local day after the last. */
  byArea(tx: Transaction, place: Place, wanted: Wanted, to: string): Promise<MeasureRow[]> {
    return read(tx, queries.MEASURES_BY_AREA, place, wanted, [to]);
  }

  byDepartment(tx: Transaction, place: Place, wanted: Wanted, to: string): Promise<MeasureRow[]> {
    return read(tx, queries.MEASURES_BY_DEPARTMENT, place, wanted, [to]);
  }

  departmentNames(tx: Transaction, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
    return tx.query(queries.DEPARTMENT_NAMES, [ids]);
  }

  /** `from` and `to` as local times without offset. */
  period(tx: Transaction, place: Place, wanted: Wanted, from: string, to: string): Promise<PeriodRow[]> {
    return read(tx, queries.PERIOD, place, wanted, [from, to]);
  }
}

function read<Row>(tx: Transaction, statement: Statement, { lens, nodes }: Place, wanted: Wanted, more: readonly unknown[] = []) {
  const districts = [...new Set(nodes.map((code) => code.slice(0, 6)))];
  return tx.query<Row>(statement, [lens.code, districts, nodes, wanted.flows, wanted.from, wanted.stocks, ...more]);
}
