// `npm run demo:generate -- --residents N [--events M] [--grids G]`: fills an empty PostgreSQL for trials of speed.
// Only Node's own modules here: nothing else is there before the install step.
import { requireNode } from './setup/node-version.mjs';

requireNode();

const { runCommand } = await import('./setup/run-command.mjs');
await runCommand('features/demo/load/command-line.js', ({ runDemoGenerate }, environment, write) => runDemoGenerate(process.argv.slice(2), environment, write));
