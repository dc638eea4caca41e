import { Injectable } from '@nestjs/common';
import { localDate, placeNameOf, type RegisterDefinition, REGISTERS, tableOf, valuesParser } from '@wangge/domain';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import type { Statement } from '../../platform/database/transaction.js';
import { seededRandom } from '../grid/index.js';
import { RegisterSeeding } from '../registers/index.js';
import type { DemoCast } from './demo-cast.js';
import type { DemoRecord, DemoSpot } from './demo-registers-record.js';
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

/** Records of all registers on the real plan; nobody and nothing in them exists. */
@Injectable()
export class DemoRegisters {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly seeding: RegisterSeeding,
  ) {}

  async make(cast: DemoCast, report: (line: string) => void): Promise<void> {
    const found = await this.database.as({ kind: 'reference' }, (tx) => tx.query<DemoSpot>(SPOTS, [DISTRICT]));
    const spots = found.map((spot) => ({ ...spot, community: placeNameOf(spot.community) }));
    const random = seededRandom(`registers/${this.config.seed}/${cast.start}`);
    const today = localDate(cast.start);
    const made = makeRegisters({ random, spots, start: cast.start, today });
    for (const definition of REGISTERS) {
      const records = made.get(definition.name) ?? [];
      if (await this.isStored(definition, records.at(-1))) continue;
      await this.seeding.insertMany(definition, parsed(definition, records, today), MAKER);
      report(`演示数据 demo records: ${definition.label.zh} ${definition.label.en} ${records.length}`);
    }
  }

  /** Records are stored in order: where the last one is, all are. */
  private async isStored(definition: RegisterDefinition, last: DemoRecord | undefined): Promise<boolean> {
    const text = `select 1 from ${tableOf(definition)} where district_code = $1 and id = $2`;
    const stored: Statement = { name: `demo.stored-${definition.name}`, text };
    return !last || (await this.database.as({ kind: 'job' }, (tx) => tx.query(stored, [DISTRICT, last.id]))).length > 0;
  }
}

/** By the same rules as what people enter. */
function parsed(definition: RegisterDefinition, records: readonly DemoRecord[], today: string): DemoRecord[] {
  const parse = valuesParser(definition, 'create', { allowDemoDivision: true, today, isSystem: true });
  return records.map((record) => {
    const outcome = parse(record.values);
    if ('faults' in outcome) throw new Error(`a demo record of ${definition.name} is wrong: ${JSON.stringify(outcome.faults)}`);
    return { ...record, values: outcome.values };
  });
}
