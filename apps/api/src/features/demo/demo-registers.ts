import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { FieldValue } from '@wangge/contracts';
import { localDate, placeNameOf, type RegisterDefinition, REGISTERS, tableOf, valuesParser } from '@wangge/domain';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import type { Statement } from '../../platform/database/transaction.js';
import { seededRandom } from '../grid/index.js';
import { RegisterSeeding, TagSeeding } from '../registers/index.js';
import type { DemoCast } from './demo-cast.js';
import type { DemoRecord, DemoSpot } from './demo-registers-record.js';
import { makeTags } from './demo-registers-tags.js';
import { makeRegisters } from './demo-registers-plan.js';

const DISTRICT = '230302';

/** Who the history names: no account has entered these. */
const MAKER = { id: null, name: '演示数据' };

/** A few points in each unit grid, the same each time, with the names around them. */
const SPOTS: Statement = {
  name: 'demo.register-spots',
  text: `select g.code as "gridCode", s.name as street, c.name as community, ST_X(spot) as lng, ST_Y(spot) as lat
           from (select code, (ST_Dump(ST_GeneratePoints(geom, 6, 11))).geom as spot
                   from grid_node where district_code = $1 and level = 'grid' and valid_to is null) as g
           join grid_node s on s.code = left(g.code, 9) join grid_node c on c.code = left(g.code, 12)
          order by g.code, lng`,
};

/** Residents that are there before the server listens. */
const FEW = 1_500;
/** The embedded database has one session: it is never held for long. */
const A_FEW_AT_ONCE = 50;
const REST_MS = 60;

/** Records of all registers on the real plan; nobody and nothing in them exists. */
@Injectable()
export class DemoRegisters {
  private readonly parsers = new Map<string, ReturnType<typeof valuesParser>>();

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly seeding: RegisterSeeding,
    private readonly tags: TagSeeding,
  ) {}

  /** What a first look shows. The rest of a large demo follows by `makeRest`. */
  async make(cast: DemoCast, report: (line: string) => void): Promise<void> {
    const made = await this.made(cast);
    if (!(await this.isOurs(made))) return;
    const first = this.config.demoResidents > FEW ? firstOf(made, FEW / this.config.demoResidents) : made;
    for (const [definition, records] of inOrder(first)) {
      if (await this.isStored(definition, records.at(-1))) continue;
      await this.seeding.insertMany(definition, this.parsed(definition, records, cast), MAKER);
      report(`演示数据 demo records: ${definition.label.zh} ${definition.label.en} ${records.length}`);
    }
    for (const [definition, records] of inOrder(first))
      if (definition.tags) await this.tags.insertMany(definition, makeTags(records, localDate(cast.start)), MAKER);
  }

  /**
   * The other records, a few at a time with rests between, so that whoever uses the demo meanwhile is not kept waiting. What
   * was interrupted is gone on with at the next start; `goesOn` says whether this process still does.
   */
  async makeRest(cast: DemoCast, goesOn: () => boolean): Promise<void> {
    if (this.config.demoResidents <= FEW) return;
    const made = await this.made(cast);
    if (!(await this.isOurs(made))) return;
    for (const [definition, records] of inOrder(made)) {
      if (await this.isStored(definition, records.at(-1))) continue;
      for (let start = 0; start < records.length && goesOn(); start += A_FEW_AT_ONCE) {
        const some = records.slice(start, start + A_FEW_AT_ONCE);
        if (await this.isStored(definition, some.at(-1))) continue;
        await this.seeding.insertMany(definition, this.parsed(definition, some, cast), MAKER);
        await setTimeout(REST_MS);
      }
    }
  }

  private async made(cast: DemoCast): Promise<ReadonlyMap<string, readonly DemoRecord[]>> {
    const found = await this.database.as({ kind: 'reference' }, (tx) => tx.query<DemoSpot>(SPOTS, [DISTRICT]));
    const spots = found.map((spot) => ({ ...spot, community: placeNameOf(spot.community) }));
    const random = seededRandom(`registers/${this.config.seed}/${cast.start}`);
    return makeRegisters({ random, spots, start: cast.start, today: localDate(cast.start), residents: this.config.demoResidents });
  }

  /** A demo of another size, or of an earlier version, is left as it is: two would give out the same numbers. */
  private async isOurs(made: ReadonlyMap<string, readonly DemoRecord[]>): Promise<boolean> {
    const [first] = inOrder(made);
    if (!first) return false;
    const [definition, records] = first;
    const any: Statement = { name: 'demo.any-record', text: `select 1 from ${tableOf(definition)} where district_code = $1 limit 1` };
    const isEmpty = (await this.database.as({ kind: 'job' }, (tx) => tx.query(any, [DISTRICT]))).length === 0;
    return isEmpty || this.isStored(definition, records[0]);
  }

  /** By the same rules as what people enter. */
  private parsed(definition: RegisterDefinition, records: readonly DemoRecord[], { start }: DemoCast): DemoRecord[] {
    const today = localDate(start);
    const known = this.parsers.get(definition.name);
    const parse = known ?? valuesParser(definition, 'create', { allowDemoDivision: true, today, isSystem: true });
    this.parsers.set(definition.name, parse);
    return records.map((record) => {
      const outcome = parse(record.values);
      if ('faults' in outcome) throw new Error(`a demo record of ${definition.name} is wrong: ${JSON.stringify(outcome.faults)}`);
      return { ...record, values: outcome.values };
    });
  }

  /** Records are stored in order: where the last one is, all are. */
  private async isStored(definition: RegisterDefinition, last: DemoRecord | undefined): Promise<boolean> {
    const text = `select 1 from ${tableOf(definition)} where district_code = $1 and id = $2`;
    const stored: Statement = { name: `demo.stored-${definition.name}`, text };
    return !last || (await this.database.as({ kind: 'job' }, (tx) => tx.query(stored, [DISTRICT, last.id]))).length > 0;
  }
}

/** In the order in which they point at each other. */
const inOrder = (made: ReadonlyMap<string, readonly DemoRecord[]>) =>
  REGISTERS.flatMap((definition) => {
    const records = made.get(definition.name);
    return records ? [[definition, records] as const] : [];
  });

/** A share of each register, whole in itself: whoever is in it lives in a household that is in it. */
function firstOf(made: ReadonlyMap<string, readonly DemoRecord[]>, share: number): ReadonlyMap<string, readonly DemoRecord[]> {
  const all = (name: string) => made.get(name) ?? [];
  const some = (name: string) => all(name).slice(0, Math.ceil(all(name).length * share));
  const households = some('households');
  const known = new Set(households.map(({ id }) => id));
  const residents = all('residents').filter(({ values }) => known.has(String(values.householdId)));
  const people = new Set(residents.map(({ id }) => id));
  const volunteers = all('volunteers').filter(({ values }) => people.has(String(values.residentId)));
  const chosen: readonly (readonly [string, readonly DemoRecord[]])[] = [
    ['buildings', all('buildings')],
    ['households', households],
    ['residents', residents],
    ['organizations', some('organizations')],
    ['components', some('components')],
    ['volunteers', volunteers],
  ];
  return new Map([...chosen, ...othersOf(made, new Map(chosen))]);
}

/** Of the other registers, what points at nothing but what was chosen. */
function othersOf(made: ReadonlyMap<string, readonly DemoRecord[]>, chosen: ReadonlyMap<string, readonly DemoRecord[]>) {
  const ids = new Set([...chosen.values()].flatMap((records) => records.map(({ id }) => id)));
  return inOrder(made).flatMap(([{ name, fields }, records]) => {
    if (chosen.has(name)) return [];
    const pointers = fields.filter(({ references }) => references !== undefined);
    const whole = records.filter(({ values }) => pointers.every((field) => isIn(ids, values[field.name] ?? null)));
    for (const { id } of whole) ids.add(id);
    return [[name, whole] as const];
  });
}

const isIn = (ids: ReadonlySet<string>, id: FieldValue): boolean => id === null || ids.has(String(id));
