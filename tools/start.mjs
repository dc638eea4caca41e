// `npm start`: installs what is missing, builds what changed, runs the server with its screens.
// Only Node's own modules here and in setup/: nothing else is there before the install step.
import { requireNode } from './setup/node-version.mjs';

requireNode();

// Loaded afterwards, so that an old Node reaches the sentence above and not a syntax error.
const { launch } = await import('./setup/launch.mjs');
await launch(process.argv.slice(2));
