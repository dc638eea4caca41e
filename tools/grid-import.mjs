// `npm run grid:import -- <folder>`: puts a district into the tree from divisions.csv and boundary.geojson.
// Only Node's own modules here: nothing else is there before the install step.
import { requireNode } from './setup/node-version.mjs';

requireNode();

const { runCommand } = await import('./setup/run-command.mjs');
await runCommand('features/grid/import/command-line.js', ({ runGridImport }, environment, write) => runGridImport(process.argv.slice(2), environment, write));
