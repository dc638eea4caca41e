export { appendAudit, type AuditEntry } from './audit.js';
export { AuditModule } from './audit.module.js';
export { AuditSealer } from './audit-sealer.js';
export { type Verdict, verifyChain } from './verify-chain.js';
