// `npm run lint`: what the lint step of `npm test` does, by itself.
import { runLinters } from './lint/linters.mjs';

const complaints = await runLinters();
for (const { name, output } of complaints) console.log(`✗ ${name}\n${output}`);
if (complaints.length === 0) console.log('✓ lint');
process.exitCode = complaints.length === 0 ? 0 : 1;
