import type { FilingCondition, MatterClass } from '@wangge/contracts';
import {
  conditionsOf,
  type Filing,
  generalCondition,
  type Responsibility,
  type ResponsibilityQuestion,
  responsibleFor,
  type WorkingCalendar,
} from '@wangge/domain';

export const UNCLASSIFIED = '未分类';
const GENERAL = /^general-(\d{5})$/;

export interface StandardParts {
  readonly filing: Filing;
  /** What is named where the district's own list does not: cases from before it had one. */
  readonly national: Filing;
  readonly responsibilities: readonly Responsibility[];
  readonly calendar: WorkingCalendar;
}

/** What one district works by on one day. */
export class DistrictStandards {
  private readonly classesByCode: ReadonlyMap<string, MatterClass>;
  private readonly named: ReadonlyMap<string, string>;
  private readonly conditionsById: ReadonlyMap<string, FilingCondition>;
  private readonly conditionsByClass: ReadonlyMap<string, readonly FilingCondition[]>;

  constructor(private readonly parts: StandardParts) {
    const { filing, national } = parts;
    this.classesByCode = new Map(filing.classes.map((matter) => [matter.code, matter]));
    this.named = new Map([...national.classes, ...filing.classes].map(({ code, name }) => [code, name]));
    this.conditionsById = new Map(filing.conditions.map((condition) => [condition.id, condition]));
    this.conditionsByClass = byClass(filing.conditions);
  }

  /** For clocks that begin today; a clock that runs has the calendar of its own beginning. */
  get calendar(): WorkingCalendar {
    return this.parts.calendar;
  }

  /** Every class, the retired ones too, by code. */
  classes(): readonly MatterClass[] {
    return this.parts.filing.classes;
  }

  conditions(): readonly FilingCondition[] {
    return this.parts.filing.conditions;
  }

  findClass(code: string): MatterClass | undefined {
    return this.classesByCode.get(code);
  }

  /** The conditions of the standard, then the district's own. */
  conditionsOf(code: string): FilingCondition[] {
    return conditionsOf(code, this.conditionsByClass.get(code) ?? []);
  }

  findCondition(id: string): FilingCondition | undefined {
    const listed = this.conditionsById.get(id);
    if (listed) return listed;
    const general = GENERAL.exec(id)?.[1];
    return general !== undefined && this.findClass(general) ? generalCondition(general) : undefined;
  }

  /** What a class is called, also one that the district has no longer. */
  findName(code: string): string | undefined {
    return this.named.get(code);
  }

  /** What a class is called; reports wait as 未分类 until they have one. */
  nameOf(code: string | null): string {
    return (code !== null && this.findName(code)) || UNCLASSIFIED;
  }

  responsibleFor(asked: ResponsibilityQuestion): Responsibility | undefined {
    return responsibleFor(this.parts.responsibilities, asked);
  }
}

function byClass(conditions: readonly FilingCondition[]): Map<string, FilingCondition[]> {
  const groups = new Map<string, FilingCondition[]>();
  for (const condition of conditions) {
    const group = groups.get(condition.classCode);
    if (group) group.push(condition);
    else groups.set(condition.classCode, [condition]);
  }
  return groups;
}
