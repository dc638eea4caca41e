export { AccountSeeding, type SeedAccount } from './account-seeding.js';
export { AccountsModule } from './accounts.module.js';
export { RefusedSignIns } from './session/refused-sign-ins.js';
export { AccountViewers } from './session/account-viewers.js';
export { type OpenSession, SessionCheck } from './session/session-check.js';
export { CurrentSession, SessionGuard } from './session/session.guard.js';
