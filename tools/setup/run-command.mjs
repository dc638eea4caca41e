import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { onlyOne } from './only-one.mjs';
import { ROOT } from './places.mjs';

/**
 * Runs a command of the built server, installing and building first what is missing. `place` is its module below
 * apps/api/dist; `run` is given that module, the environment and where to write, and answers the exit code.
 */
export async function runCommand(place, run) {
  const environment = { ...process.env, DATA_DIR: path.resolve(ROOT, process.env.DATA_DIR || '.data') };
  try {
    await onlyOne(async () => {
      await ensureInstalled();
      await ensureBuilt();
    });
    const commands = await import(`${ROOT}/apps/api/dist/${place}`);
    process.exitCode = await run(commands, environment, (line) => console.log(line));
  } catch (error) {
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}
