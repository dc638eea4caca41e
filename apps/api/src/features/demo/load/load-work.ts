import { Injectable } from '@nestjs/common';
import { localDate, type RegisterDefinition, tableOf, valuesParser } from '@wangge/domain';
import { Config } from '../../../platform/config/config.js';
import { Database, type Statement } from '../../../platform/database/index.js';
import { seededRandom } from '../../grid/index.js';
import { RegisterSeeding } from '../../registers/index.js';
import { Standards } from '../../standards/index.js';
import { groupWorkers } from '../demo-case.js';
import type { DemoCast } from '../demo-cast.js';
import type { DemoRecord } from '../demo-registers-record.js';
import { DemoStore } from '../demo-store.js';
import { condensed } from './condensed-deltas.js';
import { makeEvents } from './load-events.js';
import { makePeople, PEOPLE_REGISTERS } from './load-people.js';
import { readSpots, type Spots, spotsOfOneDistrict } from './load-spots.js';

export type Piece = { readonly kind: 'people' | 'events'; readonly index: number };

const MAKER = { id: null, name: '演示数据' };

/** Makes and stores one piece after another. A piece that is there already is left alone, half a one is completed. */
@Injectable()
export class LoadWork {
  private spots: Promise<Spots> | undefined;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly seeding: RegisterSeeding,
    private readonly standards: Standards,
    private readonly store: DemoStore,
  ) {}

  async make(piece: Piece, cast: DemoCast): Promise<void> {
    this.spots ??= readSpots(this.database, DISTRICT);
    const spots = await this.spots;
    await (piece.kind === 'people' ? this.people(piece.index, cast, spots) : this.events(piece.index, cast, spots));
  }

  private async people(index: number, { start }: DemoCast, spots: Spots): Promise<void> {
    const seed = this.seedOf(start);
    const today = localDate(start);
    const own = spotsOfOneDistrict(seededRandom(`load/place/${seed}/${index}`), spots);
    const made = makePeople({ index, seed, spots: own, start, today });
    const last = PEOPLE_REGISTERS.at(-1);
    if (last && (await this.isStored(last, made.get(last.name)?.at(-1)))) return;
    for (const definition of PEOPLE_REGISTERS) {
      const parse = valuesParser(definition, 'create', { allowDemoDivision: true, today });
      await this.seeding.insertMany(definition, (made.get(definition.name) ?? []).map(parsedBy(parse)), MAKER);
    }
  }

  private async events(index: number, cast: DemoCast, spots: Spots): Promise<void> {
    const piece = { index, seed: this.seedOf(cast.start), spots, cast, workersOf: groupWorkers(cast.workers) };
    const lives = makeEvents(piece, this.standards.of(DISTRICT));
    const last = lives.at(-1);
    // One transaction stores the whole piece.
    if (last && !(await this.store.isStored(last))) await this.store.save(condensed(lives, cast.start).map((life) => ({ life, photos: [] })));
  }

  private seedOf(start: string): string {
    return `${this.config.seed}/${start}`;
  }

  private async isStored(definition: RegisterDefinition, last: DemoRecord | undefined): Promise<boolean> {
    const text = `select 1 from ${tableOf(definition)} where id = $1`;
    const stored: Statement = { name: `load.stored-${definition.name}`, text };
    return !last || (await this.database.as({ kind: 'job' }, (tx) => tx.query(stored, [last.id]))).length > 0;
  }
}

const DISTRICT = '230302';

/** By the same rules as what people enter. */
function parsedBy(parse: ReturnType<typeof valuesParser>) {
  return (record: DemoRecord): DemoRecord => {
    const outcome = parse(record.values);
    if ('faults' in outcome) throw new Error(`a made-up record is wrong: ${JSON.stringify(outcome.faults)}`);
    return { ...record, values: outcome.values };
  };
}
