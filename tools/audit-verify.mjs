// `npm run audit:verify`: computes the chain of the audit trail again and names the first entry that does not fit.
// Only Node's own modules here: nothing else is there before the install step.
import { requireNode } from './setup/node-version.mjs';

requireNode();

const { runCommand } = await import('./setup/run-command.mjs');
await runCommand('platform/audit/command-line.js', ({ runAuditVerify }, environment, write) => runAuditVerify(environment, write));
