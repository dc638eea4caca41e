import { Injectable } from '@nestjs/common';
import { localDate, REGISTERS, tableOf } from '@wangge/domain';
import { SystemClock } from '../../../platform/clock/clock.js';
import { Config } from '../../../platform/config/config.js';
import { Database, type Statement } from '../../../platform/database/index.js';
import { CounterFolding } from '../../indicators/index.js';
import { DemoCasting } from '../demo-cast.js';
import { Seeding } from '../seeding.js';
import { ensureGrids } from './load-districts.js';
import { readMark, writeMark } from './load-mark.js';
import { EVENTS_A_PIECE, type LoadOptions, RESIDENTS_A_PIECE } from './load-options.js';
import { inThreads } from './load-threads.js';
import type { Piece } from './load-work.js';

type Write = (line: string) => void;

/** Within the time a statement is given. */
const FOLDED_AT_ONCE = 50_000;
const DISTRICT = '230302';

const FILLED: Statement = {
  name: 'load.filled',
  text: ['event', ...REGISTERS.map(tableOf)].map((table) => `(select 1 from ${table} limit 1)`).join(' union all '),
};
/** Numbers of the first day go on behind what was given out. */
const RESERVE: Statement = {
  name: 'load.reserve-numbers',
  text: `insert into number_block (district_code, day, next) values ($1, $2, $3)
         on conflict (district_code, day) do update set next = greatest(number_block.next, excluded.next)`,
};

/** The database holds something that this command has not made. */
export class LoadRefusedError extends Error {}

/** Fills a database for trials of speed. What an interrupted or smaller run has made is gone on with. */
@Injectable()
export class LoadGeneration {
  private readonly folding: CounterFolding;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly seeding: Seeding,
    private readonly casting: DemoCasting,
    clock: SystemClock,
  ) {
    this.folding = new CounterFolding(database, clock);
  }

  async run(options: LoadOptions, environment: Readonly<Record<string, string | undefined>>, write: Write): Promise<void> {
    await this.claim();
    await this.seeding.ensureDistrict(write);
    const { start } = await this.casting.cast();
    const grids = await ensureGrids(this.database, options.grids, localDate(start));
    write(`单元网格 unit grids: ${grids}`);
    await this.pieces('people', options.residents, RESIDENTS_A_PIECE, '居民 residents', environment, write);
    await this.pieces('events', options.events, EVENTS_A_PIECE, '事件 events', environment, write);
    await this.database.as({ kind: 'job' }, (tx) => tx.query(RESERVE, [DISTRICT, localDate(start), options.events + EVENTS_A_PIECE + 1]));
    write('汇总计数 folding counters');
    await this.folding.fold(FOLDED_AT_ONCE);
    await this.folding.gather(FOLDED_AT_ONCE);
  }

  /** A folder that has the mark belongs to a database this command fills; another database must be empty. */
  private async claim(): Promise<void> {
    const { dataDir, seed } = this.config;
    const known = await readMark(dataDir);
    if (known === seed) return;
    const filled = await this.database.as({ kind: 'job' }, (tx) => tx.query(FILLED));
    if (known !== undefined || filled.length > 0) throw new LoadRefusedError();
    await writeMark(dataDir, seed);
  }

  private async pieces(
    kind: Piece['kind'],
    wanted: number,
    size: number,
    what: string,
    environment: Readonly<Record<string, string | undefined>>,
    write: Write,
  ): Promise<void> {
    const pieces = Array.from({ length: Math.ceil(wanted / size) }, (_, index) => ({ kind, index }));
    const step = Math.max(1, Math.ceil(pieces.length / 20));
    const began = Date.now();
    await inThreads(pieces, environment, (done) => {
      if (done % step > 0 && done < pieces.length) return;
      const seconds = Math.round((Date.now() - began) / 1000);
      write(`${what} ${done * size}/${pieces.length * size} · ${seconds} s`);
    });
  }
}
