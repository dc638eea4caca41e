import type { Lens, RegisterDefinition } from '@wangge/domain';
import type { Conditions } from '../conditions.js';
import { withinRegister } from '../record-lenses.js';

export interface AskedTags {
  /** Of the kinds, any of which will do. */
  readonly keys: readonly string[];
  readonly today: string;
}

/** Records (`r`) that have one of these tags today, as far as the lens shows tags of their group. */
export function addTags(conditions: Conditions, lens: Lens, { name }: RegisterDefinition, { keys, today }: AskedTags): void {
  const [group, kinds] = ['tag' in lens ? lens.tag : undefined, conditions.parameter(keys)];
  const [register, named, day] = [conditions.parameter(name), conditions.parameter(group ?? null), conditions.parameter(today)];
  const within = withinRegister(lens, 't', conditions.next);
  for (const value of within.values) conditions.parameter(value);
  conditions.add(
    () => `r.id in (select t.record_id from register_tag as t
                     where ${within.sql} and t.register = ${register} and t.group_name = ${named} and t.kind_key = any(${kinds}::text[])
                       and t.expires_on >= ${day}::date and t.ended_at is null and t.counts)`,
  );
}
