import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** From small to large: growth is told between neighbours. */
  readonly sizes: readonly { readonly events: number; readonly residents: number; readonly grids: number }[];
  readonly connections: readonly number[];
  readonly rounds: number;
  readonly seconds: number;
  /** Requests for each figure of database CPU. */
  readonly samples: number;
  readonly only: readonly string[] | undefined;
  /** A folder for bench.md and bench.json; undefined where nothing is written. */
  readonly out: string | undefined;
  /** Rows of a workbook that is imported; undefined where none is. */
  readonly importRows: number | undefined;
  readonly command: string;
}

const SIZES = {
  smoke: [{ events: 500, residents: 1_000, grids: 0 }],
  usual: [
    { events: 30_000, residents: 100_000, grids: 0 },
    { events: 300_000, residents: 1_000_000, grids: 0 },
  ],
  large: [
    { events: 300_000, residents: 100_000, grids: 30_000 },
    { events: 3_000_000, residents: 1_000_000, grids: 30_000 },
  ],
} as const;

export const USAGE = `Usage: npm run bench [-- OPTIONS]

  (nothing)     30,000 and 300,000 events, 100,000 and 1,000,000 residents, on the real district's unit grids
  --large       300,000 and 3,000,000 events, 100,000 and 1,000,000 residents, 30,000 unit grids: takes hours
  --smoke       a few hundred events: whether the bench works
  --events N --residents N   one size only
  --only a,b    scenarios by the beginning of their keys
  --seconds N   of each measurement (8)   --rounds N (3)   --connections 1,8,32
  --import N    only: how long an import of N residents takes, beside those who go on working
  --out FOLDER  where bench.md and bench.json go (docs)

PostgreSQL with PostGIS is found on this machine; or BENCH_SUPERUSER_URL names one (the database must be called bench and be
prepared with docker/bootstrap.sql) and BENCH_DATA_DIR the folder of its keys: then what is there is kept and added to.`;

export function readOptions(args: readonly string[]): BenchOptions | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        large: { type: 'boolean', default: false },
        smoke: { type: 'boolean', default: false },
        events: { type: 'string' },
        residents: { type: 'string' },
        only: { type: 'string' },
        seconds: { type: 'string', default: '8' },
        rounds: { type: 'string', default: '3' },
        connections: { type: 'string', default: '1,8,32' },
        out: { type: 'string' },
        import: { type: 'string' },
      },
    });
    const one = values.events || values.residents ? [{ events: Number(values.events ?? 0), residents: Number(values.residents ?? 0), grids: 0 }] : undefined;
    const usual = { sizes: one ?? (values.large ? SIZES.large : SIZES.usual), connections: values.connections.split(',').map(Number) };
    const command = ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
    const importRows = values.import === undefined ? undefined : Number(values.import);
    const shared = { only: values.only?.split(','), out: values.out, importRows, command };
    if (values.smoke) return { ...shared, sizes: SIZES.smoke, connections: [2], rounds: 1, seconds: 0.1, samples: 3 };
    return { ...shared, ...usual, rounds: Number(values.rounds), seconds: Number(values.seconds), samples: 300 };
  } catch {
    return undefined;
  }
}
