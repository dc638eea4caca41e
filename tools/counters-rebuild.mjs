// `npm run counters:rebuild`: compares the counters with what happened, and makes them again where they differ.
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
  const { runCountersRebuild } = await import(`${ROOT}/apps/api/dist/features/indicators/command-line.js`);
  process.exitCode = await runCountersRebuild(environment, (line) => console.log(line));
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
