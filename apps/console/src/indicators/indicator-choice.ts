import { IndicatorKey } from '@wangge/contracts';
import { useSearchParams } from 'react-router-dom';
import { GROUP_NAMES, type Group } from './indicator-groups';
import { type Period, periodOf } from './period';

/** A number that was opened: of whom, and which side of it. */
export interface Opened {
  readonly key: IndicatorKey;
  readonly side: 'part' | 'whole';
  /** Code of an area or id of a department; null for all together. */
  readonly of: string | null;
}

export interface Choice {
  readonly scope: string | undefined;
  readonly by: 'area' | 'department';
  readonly group: Group;
  readonly period: Period;
  readonly opened: Opened | undefined;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What is looked at stands in the address, so that it can be passed on and gone back to. */
export function useChoice(): { readonly choice: Choice; readonly choose: (change: Record<string, string | null>) => void } {
  const [search, setSearch] = useSearchParams();
  const choose = (change: Record<string, string | null>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(change)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    setSearch(next);
  };
  return { choice: readChoice(search), choose };
}

function readChoice(search: URLSearchParams): Choice {
  const [from, to] = [search.get('from') ?? '', search.get('to') ?? ''];
  const group = GROUP_NAMES.find((name) => name === search.get('group')) ?? 'intake';
  return {
    scope: search.get('scope') ?? undefined,
    by: search.get('by') === 'department' ? 'department' : 'area',
    group,
    period: DAY.test(from) && DAY.test(to) && from < to ? { from, to } : periodOf('month', new Date()),
    opened: readOpened(search),
  };
}

function readOpened(search: URLSearchParams): Opened | undefined {
  const key = IndicatorKey.safeParse(search.get('key'));
  if (!key.success) return undefined;
  return { key: key.data, side: search.get('side') === 'whole' ? 'whole' : 'part', of: search.get('of') };
}
