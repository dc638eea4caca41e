import type { FilingCondition, TimeLimit } from '@wangge/contracts';
import { z } from 'zod';
import type { ClassAlias } from './aliases.js';
import { parseLimit } from './limit.js';
import { tidy } from './tidy.js';

/** A row of a city's list of filing conditions, numbered as in 2013. */
const ConditionRow = z.object({
  kind: z.enum(['component', 'event']),
  major_code: z.string(),
  minor_code: z.string(),
  minor_name: z.string(),
  filing_condition: z.string(),
  closing_condition: z.string(),
  limit_text: z.string(),
  limit_type: z.string().optional(),
});

export interface ConditionProblem {
  /** Counted from 1, without the heading. */
  readonly row: number;
  readonly problem: 'shape' | 'class' | 'limit';
  readonly text: string;
}

export interface ParsedConditions {
  readonly conditions: FilingCondition[];
  /** Rows that say of the same class what an earlier row has said: placed, but not listed twice. */
  readonly repeats: readonly { readonly row: number; readonly of: string }[];
  /** Rows that could not be placed. */
  readonly problems: ConditionProblem[];
}

/** Filing conditions from rows in a fixed order: the row's number is the condition's identity, so rows are only appended. */
export function parseConditions(rows: readonly unknown[], aliases: readonly ClassAlias[]): ParsedConditions {
  const aliasOf = new Map(aliases.map((alias) => [keyOf(alias.kind, alias.majorCode, alias.minorCode), alias]));
  const found = new Map<string, FilingCondition>();
  const repeats: { row: number; of: string }[] = [];
  const problems: ConditionProblem[] = [];
  rows.forEach((raw, index) => {
    const row = index + 1;
    const placed = conditionsOfRow(row, raw, aliasOf);
    if ('problem' in placed) problems.push(placed);
    else {
      for (const condition of placed.conditions) {
        const content = JSON.stringify([condition.classCode, condition.filing, condition.closing, condition.limit]);
        const earlier = found.get(content);
        if (earlier) repeats.push({ row, of: earlier.id });
        else found.set(content, condition);
      }
    }
  });
  return { conditions: [...found.values()], repeats, problems };
}

function conditionsOfRow(
  row: number,
  raw: unknown,
  aliasOf: ReadonlyMap<string, ClassAlias>,
): { conditions: FilingCondition[] } | ConditionProblem {
  const parsed = ConditionRow.safeParse(raw);
  if (!parsed.success) return { row, problem: 'shape', text: parsed.error.message };
  const { kind, major_code, minor_code, minor_name, filing_condition, closing_condition, limit_text, limit_type } = parsed.data;
  const alias = aliasOf.get(keyOf(kind, major_code, minor_code));
  if (!alias) return { row, problem: 'class', text: `${major_code}${minor_code} ${minor_name}` };
  const limit = parseLimit(limit_text, limit_type);
  if (!limit) return { row, problem: 'limit', text: limit_text };
  const id = `yc-${String(row).padStart(4, '0')}`;
  // Within a wider class, "broken" alone would no longer say what is broken.
  const filing = alias.relation === 'nearest' ? `${minor_name}：${tidy(filing_condition)}` : tidy(filing_condition);
  const condition = { filing, closing: tidy(closing_condition), limit, fromStandard: true };
  return {
    conditions: alias.classCodes.map((classCode, part) => ({
      id: part === 0 ? id : `${id}-${part + 1}`,
      classCode,
      ...condition,
    })),
  };
}

const keyOf = (kind: string, majorCode: string, minorCode: string): string => `${kind} ${majorCode}${minorCode}`;

/** Used where the standard has no condition that fits. */
export const DEFAULT_LIMIT: TimeLimit = { text: '5工作日', basis: 'working', minutes: 2400 };

/** The district's own condition of a class: every class has it, beside those of the standard. */
export function generalCondition(classCode: string, limit: TimeLimit = DEFAULT_LIMIT): FilingCondition {
  const words = { filing: '其他情形（标准未列明）', closing: '问题已解决' };
  return { id: `general-${classCode}`, classCode, ...words, limit, fromStandard: false };
}

/** All conditions of a class: those of the standard, then the district's own. */
export const conditionsOf = (classCode: string, conditions: readonly FilingCondition[]): FilingCondition[] => [
  ...conditions.filter((condition) => condition.classCode === classCode),
  generalCondition(classCode),
];
