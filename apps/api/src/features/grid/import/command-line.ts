import path from 'node:path';
import { parseArgs } from 'node:util';
import { SystemClock } from '../../../platform/clock/clock.js';
import { Config } from '../../../platform/config/config.js';
import { createDataSources, Database, migrate } from '../../../platform/database/index.js';
import { CoordinateSystem } from '../../../platform/geo/coordinates.js';
import { GridInputError } from '../plan/input-error.js';
import { GridImporter, type ImportOptions } from './grid-importer.js';
import type { Sentence } from './import-change.js';
import { readImportFolder } from './import-files.js';
import { describeSummary } from './import-summary.js';

const USAGE = `用法 Usage: npm run grid:import -- <folder> [--coordinates gcj02|wgs84] [--replace] [--grids 12]

  <folder>        含 divisions.csv 与 boundary.geojson 的文件夹
                  a folder with divisions.csv and boundary.geojson
  --coordinates   边界文件的坐标系，默认 gcj02
                  coordinate system of the boundary, gcj02 by default
  --replace       重新划分已有的区县；不再存在的代码停用
                  draws a known district anew; codes that are no longer there end
  --grids         每个社区平均的单元网格数，默认 12
                  unit grids a community on average, 12 by default

使用内置数据库时，请先停止服务。With the embedded database, stop the server first.`;

interface Command {
  readonly folder: string;
  readonly options: ImportOptions;
}

type Write = (line: string) => void;

/** Runs the command and answers the exit code: 0 done, 1 refused, 2 not understood. */
export async function runGridImport(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  write: Write,
): Promise<number> {
  const command = readCommand(args);
  if (!command) {
    write(USAGE);
    return 2;
  }
  try {
    // npm runs commands in the root; the folder was typed where INIT_CWD says.
    const folder = path.resolve(environment.INIT_CWD ?? '.', command.folder);
    await importInto(new Config(environment), { ...command, folder }, write);
    return 0;
  } catch (error) {
    if (!(error instanceof GridInputError)) throw error;
    write(`未导入任何内容 Nothing was imported:\n${error.message}`);
    return 1;
  }
}

async function importInto(config: Config, { folder, options }: Command, write: Write): Promise<void> {
  const files = await readImportFolder(folder);
  const sources = await createDataSources(config);
  try {
    if (sources.canMigrate) await migrate(await sources.owner(), write);
    const report = ({ zh, en }: Sentence) => write(`… ${zh} ${en}`);
    const summary = await new GridImporter(new Database(sources.api), new SystemClock()).import(files, { ...options, report });
    const sentences = describeSummary(summary);
    for (const { zh } of sentences) write(zh);
    for (const { en } of sentences) write(en);
  } finally {
    await sources.close();
  }
}

function readCommand(args: readonly string[]): Command | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        coordinates: { type: 'string', default: 'gcj02' },
        replace: { type: 'boolean', default: false },
        grids: { type: 'string', default: '12' },
      },
    });
    const [folder, ...others] = positionals;
    const coordinates = CoordinateSystem.safeParse(values.coordinates);
    const gridsPerCommunity = /^[1-9]\d?$/.test(values.grids) ? Number(values.grids) : undefined;
    if (!folder || others.length > 0 || !coordinates.success || gridsPerCommunity === undefined) return undefined;
    return {
      folder,
      options: { coordinates: coordinates.data, replace: values.replace, gridsPerCommunity },
    };
  } catch {
    return undefined;
  }
}
