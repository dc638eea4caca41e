// `npm test`: installs what is missing, then runs every check, or those named as arguments.
// Its last line is the count: `N passed, N failed`.
import { requireNode } from './setup/node-version.mjs';

requireNode();
const { main } = await import('./checks/main.mjs');
await main(process.argv.slice(2));
