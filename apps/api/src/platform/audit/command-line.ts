import { Config } from '../config/config.js';
import { createDataSources, Database, DatabaseNotReadyError, findMissing } from '../database/index.js';
import { verifyChain } from './verify-chain.js';

type Write = (line: string) => void;

/** `npm run audit:verify`. Answers the exit code: 0 the chain is whole, 1 it is not. */
export async function runAuditVerify(environment: Readonly<Record<string, string | undefined>>, write: Write): Promise<number> {
  const sources = await createDataSources(new Config(environment));
  try {
    const database = new Database(sources.api);
    const missing = await findMissing(database);
    if (missing.length > 0) throw new DatabaseNotReadyError(missing);
    const verdict = await verifyChain(database);
    if (verdict.isWhole) {
      write(`审计链完整：${verdict.entries} 条（另有 ${verdict.unsealed} 条待封存）`);
      write(`The audit chain is whole: ${verdict.entries} entries (${verdict.unsealed} more not sealed yet).`);
      return 0;
    }
    const where = verdict.position === null ? '' : `，编号 position ${verdict.position}`;
    const [zh, en] = verdict.what === 'altered' ? ['被改动', 'altered'] : ['缺失', 'removed'];
    write(`审计链在第 ${verdict.link} 条断开（${zh}${where}）`);
    write(`The audit chain is broken at entry ${verdict.link}: it was ${en}.`);
    return 1;
  } finally {
    await sources.close();
  }
}
