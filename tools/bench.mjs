// `npm run bench`: measures the server beside a peer written by hand, and writes docs/bench.md.
// Only Node's own modules here: nothing else is there before the install step.
import { requireNode } from './setup/node-version.mjs';

requireNode();

const { ensureInstalled } = await import('./setup/install.mjs');
const { ensureBuilt } = await import('./setup/build.mjs');
const { onlyOne } = await import('./setup/only-one.mjs');
const { ROOT } = await import('./setup/places.mjs');
const { run, tail } = await import('./setup/processes.mjs');

async function build() {
  const { code, log } = await run(process.execPath, [`${ROOT}/node_modules/typescript/bin/tsc`, '-p', `${ROOT}/test/bench`], { name: 'bench-build', minutes: 3 });
  if (code !== 0) throw new Error(tail(log, 60));
}

try {
  await onlyOne(async () => {
    await ensureInstalled();
    await ensureBuilt();
    await build();
  });
  await import(`${ROOT}/test/bench/dist/main.js`);
} catch (error) {
  console.error(`\n${error.stack ?? error.message}`);
  process.exitCode = 1;
}
