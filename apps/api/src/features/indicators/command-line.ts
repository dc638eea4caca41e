import { Config } from '../../platform/config/config.js';
import { createDataSources, Database, DatabaseNotReadyError, findMissing } from '../../platform/database/index.js';
import { rebuildCounters } from './counter-rebuild.js';

type Write = (line: string) => void;

/** `npm run counters:rebuild`. Answers the exit code: 0 the counters are, or are again, what happened. */
export async function runCountersRebuild(environment: Readonly<Record<string, string | undefined>>, write: Write): Promise<number> {
  const sources = await createDataSources(new Config(environment));
  try {
    const database = new Database(sources.api);
    const missing = await findMissing(database);
    if (missing.length > 0) throw new DatabaseNotReadyError(missing);
    const began = Date.now();
    const { differing, counters } = await rebuildCounters(database, new Date());
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    if (differing === 0) {
      write(`计数与事实一致:${counters} 个计数,用时 ${seconds} 秒`);
      write(`The counters equal what happened: ${counters} counters, ${seconds} s.`);
    } else {
      write(`有 ${differing} 个计数与事实不符,已按事实重建:${counters} 个计数,用时 ${seconds} 秒`);
      write(`${differing} counters were not what happened; all were made again: ${counters} counters, ${seconds} s.`);
    }
    return 0;
  } finally {
    await sources.close();
  }
}
