export { appendAudit, appendAudits, type AuditEntry } from './audit.js';
export { AuditModule } from './audit.module.js';
export { AuditSealer } from './audit-sealer.js';
export { type Verdict, type VerifyProgress, verifyChain } from './verify-chain.js';
