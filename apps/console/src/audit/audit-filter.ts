import { type AuditFilter, AuditFilter as AuditFilterSchema } from '@wangge/contracts';
import { dateOfDay, dayOf } from '@wangge/domain';
import { useSearchParams } from 'react-router-dom';

/** What narrows the trail, as it stands in the address; the days are local ones, both included. */
export interface AuditChoice {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly action: string;
  readonly actorId: string;
  readonly actor: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly area: string;
}
const NAMES = ['from', 'to', 'kind', 'action', 'actorId', 'actor', 'subjectType', 'subjectId', 'area'] as const;
const DAYS_SHOWN = 7;
const dayFrom = (days: number): string => dateOfDay(dayOf(Date.now()) + days);

export function useAuditChoice(): { readonly choice: AuditChoice; readonly choose: (change: Partial<AuditChoice>) => void } {
  const [search, setSearch] = useSearchParams();
  const said = Object.fromEntries(NAMES.map((name) => [name, search.get(name) ?? ''])) as Record<(typeof NAMES)[number], string>;
  const choice = { ...said, from: said.from || dayFrom(1 - DAYS_SHOWN), to: said.to || dayFrom(0) };
  const choose = (change: Partial<AuditChoice>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(change)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setSearch(next);
  };
  return { choice, choose };
}

/** What the server is asked; what somebody wrote into the address by hand and is none of ours is left out. */
export function toAuditFilter({ from, to, actor: _, ...rest }: AuditChoice): AuditFilter {
  const given: Record<string, string> = {
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== '')),
    from: `${from}T00:00:00+08:00`,
    to: `${dateOfDay(dayOf(Date.parse(`${to}T00:00:00+08:00`)) + 1)}T00:00:00+08:00`,
  };
  const parsed = AuditFilterSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path }) => String(path[0]));
  return AuditFilterSchema.parse(Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.includes(name))));
}
