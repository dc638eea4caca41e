import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Config } from '../../../platform/config/config.js';
import { LoadModule } from './load.module.js';
import { LoadGeneration, LoadRefusedError } from './load-generation.js';
import { readLoadOptions } from './load-options.js';

type Write = (line: string) => void;

const USAGE = `用法 Usage: npm run demo:generate -- --residents N [--events M] [--grids G]

  向 DATABASE_URL 与 DATABASE_OWNER_URL 指定的空 PostgreSQL 数据库写入大量虚构数据，用于压力试验；中断后用同一命令继续。
  Fills the empty PostgreSQL database of DATABASE_URL and DATABASE_OWNER_URL with made-up data, for trials of speed. The same
  command goes on with what was interrupted; larger numbers add to what is there.

  --residents  居民数（含户与房屋），最多 2500000   residents, with their households and buildings
  --events     一年内的事件数                     events of one year
  --grids      单元网格总数，不足时虚构相邻区县    unit grids in all; made-up districts are added where they are fewer`;

const REFUSED = `未写入任何内容：数据库已有数据，或 DATA_DIR 属于另一次生成。请使用空数据库和新的 DATA_DIR。
Nothing was written: the database holds data already, or DATA_DIR belongs to another run. Use an empty database and a new DATA_DIR.`;

/** `npm run demo:generate`. Answers the exit code: 0 done, 1 refused, 2 not understood. */
export async function runDemoGenerate(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  write: Write,
): Promise<number> {
  const options = readLoadOptions(args);
  if (!options || !environment.DATABASE_URL || !environment.DATABASE_OWNER_URL) {
    write(USAGE);
    return 2;
  }
  const app = await NestFactory.createApplicationContext(LoadModule.of(new Config(environment)), { logger: ['error', 'warn'] });
  try {
    await app.get(LoadGeneration).run(options, environment, write);
    return 0;
  } catch (error) {
    if (!(error instanceof LoadRefusedError)) throw error;
    write(REFUSED);
    return 1;
  } finally {
    await app.close();
  }
}
