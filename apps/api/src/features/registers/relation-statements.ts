import { type FieldDefinition, isEncrypted, type Lens, type RegisterDefinition } from '@wangge/domain';
import type { Statement } from '../../platform/database/index.js';
import { Conditions, nameOf } from './conditions.js';
import { withinRegister } from './record-lenses.js';
import { sourceOf } from './record-source.js';
import { columnOf } from './register-columns.js';
import { standing } from './standing.js';
import type { Registers } from './register-catalogue.js';

/** A field by which records of a register point at another. */
export interface Pointing {
  readonly definition: RegisterDefinition;
  readonly field: FieldDefinition;
}
export interface Asked {
  readonly statement: Statement;
  readonly values: readonly unknown[];
}
export interface Target {
  readonly districtCode: string;
  readonly id: string;
}
/** More than any household, building or organization has; totals beyond are told as this. */
export const MOST_COUNTED = 1000;

export const pointingAt = ({ all }: Registers, name: string): Pointing[] =>
  all.flatMap((definition) =>
    definition.fields.filter(({ references }) => references === name).map((field) => ({ definition, field })),
  );

/** The title's own cell as text; an encrypted one in base64. */
export function titleCell(definition: RegisterDefinition): string {
  const field = definition.fields.find(({ name }) => name === definition.titleField);
  if (!field) return 'null::text';
  return isEncrypted(field) ? `encode(r.${columnOf(field)}, 'base64')` : `r.${columnOf(field)}::text`;
}

/** Parameters that all parts share, and the application's wall around `r` and `s`. */
function openWith(lens: Lens, { districtCode, id }: Target) {
  const conditions = new Conditions();
  const { values } = withinRegister(lens, 'r', 1);
  for (const value of values) conditions.parameter(value);
  const within = (definition: RegisterDefinition, alias: string) =>
    `${withinRegister(lens, alias, 1).sql} and ${standing(definition, alias)}`;
  return { conditions, within, district: conditions.parameter(districtCode), target: conditions.parameter(id) };
}

/** What points at one record, all registers in one statement: the newest of each, and how many there are. */
export function relatedStatement(lens: Lens, pointing: readonly Pointing[], target: Target, shown: number): Asked | undefined {
  if (pointing.length === 0) return undefined;
  const { conditions, within, district, target: id } = openWith(lens, target);
  const parts = pointing.map(
    ({ definition, field }, index) =>
      `(select ${index} as part, u.id, u.title, count(*) over ()::int as total
          from (select r.id, ${titleCell(definition)} as title, r.created_at from ${sourceOf(definition)} as r
                 where r.district_code = ${district} and r.${columnOf(field)} = ${id}::uuid and ${within(definition, 'r')}
                 order by r.created_at desc, r.id desc limit ${MOST_COUNTED}) as u
         order by u.created_at desc, u.id desc limit ${shown})`,
  );
  const text = parts.join('\nunion all\n');
  return { statement: { name: nameOf('registers.related', text), text }, values: conditions.values };
}

/** One step further: how many point at each of those, by both fields. */
export interface Beyond {
  readonly through: Pointing;
  readonly next: Pointing;
}

export function beyondStatement(lens: Lens, beyond: readonly Beyond[], target: Target): Asked | undefined {
  if (beyond.length === 0) return undefined;
  const { conditions, within, district, target: id } = openWith(lens, target);
  const parts = beyond.map(({ through, next }, index) => {
    const column = `r.${columnOf(next.field)}`;
    return `(select ${index} as part, ${column} as id, count(*)::int as total from ${sourceOf(next.definition)} as r
              where r.district_code = ${district} and ${within(next.definition, 'r')}
                and ${column} = any(array(select s.id from ${sourceOf(through.definition)} as s
                                           where s.district_code = ${district} and s.${columnOf(through.field)} = ${id}::uuid
                                             and ${within(through.definition, 's')} limit ${MOST_COUNTED}))
              group by ${column})`;
  });
  const text = parts.join('\nunion all\n');
  return { statement: { name: nameOf('registers.beyond', text), text }, values: conditions.values };
}
