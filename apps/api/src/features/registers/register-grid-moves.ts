import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isEncrypted, type Lens, type RegisterDefinition, tableOf } from '@wangge/domain';
import type { Transaction } from '../../platform/database/index.js';
import {
  type CountRow,
  countsOf,
  type GridChangeParticipant,
  GridChangeParticipants,
  type GridMove,
  type MoveDeed,
  MOVE_TABLES,
  type Moving,
  type MovingPage,
  moveValues,
  pieceAt,
} from '../grid/index.js';
import { nameOf } from './conditions.js';
import { RecordCells } from './record-cells.js';
import { withinRegister } from './record-lenses.js';
import { titleOf } from './record.mapper.js';
import { RegisterCatalogue, type Registers } from './register-catalogue.js';
import { columnOf } from './register-columns.js';
import { SHARED_TABLE, sourceOf } from './record-source.js';

interface MovingRow {
  readonly id: string;
  readonly from_code: string;
  readonly to_code: string;
  readonly by: Moving['by'];
  readonly [column: string]: unknown;
}

/** Every register takes part in a change of the unit grids, by its definition alone. */
@Injectable()
export class RegisterGridMoves implements OnModuleInit {
  constructor(
    private readonly participants: GridChangeParticipants,
    private readonly catalogue: RegisterCatalogue,
    private readonly cells: RecordCells,
  ) {}

  onModuleInit(): void {
    this.participants.add(async (district) => {
      const registers = await this.catalogue.of(district);
      return registers.all.map((definition) => this.participantOf(registers, definition));
    });
  }

  private participantOf(registers: Registers, definition: RegisterDefinition): GridChangeParticipant {
    const { name, label } = definition;
    const moving = movingOf(registers, definition);
    return {
      kind: name,
      label,
      preview: async (tx, lens, move) => {
        const within = withinRegister(lens, 'r', 5);
        const text = `with ${MOVE_TABLES}, moving as (${moving(within.sql)})
          select to_code, count(*)::int as total, (count(*) filter (where by = 'default'))::int as undecided
            from moving where to_code <> from_code group by 1`;
        const statement = { name: nameOf('registers.grid-preview', text), text };
        return countsOf(await tx.query<CountRow>(statement, [...moveValues(move), ...within.values]));
      },
      list: (tx, lens, move, page) => this.list(tx, lens, definition, moving, { move, page }),
      move: async (tx, move, deed) =>
        countsOf(await tx.query<CountRow>(moveStatement(definition, moving), moveParameters(move, deed))),
    };
  }

  private async list(
    tx: Transaction,
    lens: Lens,
    definition: RegisterDefinition,
    moving: (within: string) => string,
    { move, page }: { readonly move: GridMove; readonly page: MovingPage },
  ): Promise<Moving[]> {
    const title = definition.fields.find(({ name }) => name === definition.titleField);
    const within = withinRegister(lens, 'r', 8);
    const text = `with ${MOVE_TABLES}, moving as (${moving(within.sql)})
      select moving.*${title ? `, r.${columnOf(title)}` : ''}
        from moving join ${sourceOf(definition)} as r on r.district_code = moving.district_code and r.id = moving.id
       where to_code <> from_code and ($5::uuid is null or moving.id > $5) and (not $6 or by = 'default')
       order by moving.id limit $7`;
    const values = [...moveValues(move), page.after ?? null, page.undecided, page.most, ...within.values];
    const rows = await tx.query<MovingRow>({ name: nameOf('registers.grid-list', text), text }, values);
    return rows.map((row) => ({
      id: row.id,
      title: title ? titleOf(definition, this.cells.toValue(definition, title, row.id, row)) : '',
      from: row.from_code,
      to: [row.to_code],
      by: row.by,
    }));
  }
}

/**
 * Where each record of the grids goes: to the piece its own point lies in; without a point, to that of what it hangs on
 * (a resident on his household, that on its building); else as somebody decided, else to the default piece.
 */
function movingOf(registers: Registers, definition: RegisterDefinition): (within: string) => string {
  const { name, geometry } = definition;
  const found = placeOf(registers, definition, 'r', [name]) ?? 'null::text';
  return (within) => `
    select district_code, id, from_code, coalesce(found, decided, fallback, from_code) as to_code,
           case when found is not null then '${geometry === 'point' ? 'point' : 'related'}'
                when decided is not null then 'decision'
                when (select count(*) from piece) = 1 or fallback is null or fallback = from_code then 'change'
                else 'default' end as by
      from (select r.district_code, r.id, r.grid_code as from_code, ${found} as found,
                   (select code from decision where decision.kind = '${name}' and decision.id = r.id) as decided,
                   (select fallback.code from fallback where fallback.from_code = r.grid_code) as fallback
              from ${sourceOf(definition)} as r
             where r.grid_code = any($3::text[]) and r.deleted_at is null and ${within}) as lying`;
}

/** The piece of a record as SQL; undefined where nothing about the register leads to a point. */
function placeOf(
  registers: Registers,
  definition: RegisterDefinition,
  alias: string,
  way: readonly string[],
): string | undefined {
  if (definition.geometry === 'point') return pieceAt(`${alias}.geom`);
  const above = definition.fields.flatMap((field) => {
    const target = field.references === undefined || isEncrypted(field) ? undefined : registers.find(field.references);
    if (!target || way.includes(target.name)) return [];
    const next = `r${way.length}`;
    const place = placeOf(registers, target, next, [...way, target.name]);
    // What lies in another unit grid, moved or not, says nothing about this one.
    return place === undefined
      ? []
      : [
          `(select ${place} from ${sourceOf(target)} as ${next}
             where ${next}.district_code = ${alias}.district_code and ${next}.id = ${alias}.${columnOf(field)}
               and ${next}.deleted_at is null
               and (${next}.grid_code = any($3::text[]) or ${next}.grid_code in (select code from piece)))`,
        ];
  });
  return above.length === 0 ? undefined : `coalesce(${above.join(', ')}, null)`;
}

/** Moves, and keeps the move in the history of each record, in one statement. $5 now, $6 and $7 who, $8 in words. */
function moveStatement(definition: RegisterDefinition, moving: (within: string) => string) {
  // The registers that a district made for itself share one table.
  const [table, own] = definition.storage ? [SHARED_TABLE, ` and r.register = '${definition.name}'`] : [tableOf(definition), ''];
  const text = `
    with ${MOVE_TABLES}, moving as (${moving('true')}),
    moved as (
      update ${table} as r
         set grid_code = moving.to_code, version = r.version + 1, updated_at = $5, updated_by = $6, changed_xid = pg_current_xact_id()
        from moving
       where r.district_code = moving.district_code and r.id = moving.id and moving.to_code <> moving.from_code${own}
      returning r.district_code, r.id, r.version, r.grid_code, moving.by),
    kept as (
      insert into register_change (district_code, register, record_id, id, version, at, actor_id, actor_name, kind, fields, reason)
      select district_code, '${definition.name}', id, gen_random_uuid(), version, $5, $6, $7, 'moved', '[]', $8 from moved)
    select grid_code as to_code, count(*)::int as total, (count(*) filter (where by = 'default'))::int as undecided
      from moved group by 1`;
  return { name: nameOf('registers.grid-move', text), text };
}

const moveParameters = (move: GridMove, { at, actorId, actorName, words }: MoveDeed) => [
  ...moveValues(move),
  at,
  actorId,
  actorName,
  words,
];
