// `npm run demo:generate -- --residents N [--events M] [--grids G]`: fills an empty PostgreSQL for trials of speed.
// Only Node's own modules here: nothing else is there before the install step.
import path from 'node:path';
import { requireNode } from './setup/node-version.mjs';

requireNode();

const { ensureInstalled } = await import('./setup/install.mjs');
const { ensureBuilt } = await import('./setup/build.mjs');
const { onlyOne } = await import('./setup/only-one.mjs');
const { ROOT } = await import('./setup/places.mjs');

const environment = { ...process.env, DATA_DIR: path.resolve(ROOT, process.env.DATA_DIR || '.data') };

try {
  await onlyOne(async () => {
    await ensureInstalled();
    await ensureBuilt();
  });
  const { runDemoGenerate } = await import(`${ROOT}/apps/api/dist/features/demo/load/command-line.js`);
  process.exitCode = await runDemoGenerate(process.argv.slice(2), environment, (line) => console.log(line));
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
