// `npm run counters:rebuild`: compares the counters with what happened, and makes them again where they differ.
// Only Node's own modules here: nothing else is there before the install step.
import { requireNode } from './setup/node-version.mjs';

requireNode();

const { runCommand } = await import('./setup/run-command.mjs');
await runCommand('features/indicators/command-line.js', ({ runCountersRebuild }, environment, write) => runCountersRebuild(environment, write));
