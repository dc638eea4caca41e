export { AccountSeeding, type SeedAccount } from './account-seeding.js';
export { AccountsModule } from './accounts.module.js';
export { type OpenSession, SessionCheck } from './session/session-check.js';
export { CurrentSession, SessionGuard } from './session/session.guard.js';
