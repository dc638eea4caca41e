export { RecordFinding } from './record-finding.service.js';
export { RegisterSeeding, type SeedActor, type SeedRecord } from './register-seeding.js';
export { RegistersModule } from './registers.module.js';
