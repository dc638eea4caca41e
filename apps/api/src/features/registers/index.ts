export { PlacePictures } from './place-picture.service.js';
export { type BulkContext, type BulkRow, isGood, type Outcome } from './bulk/bulk-row.js';
export { BulkConflict, type BulkWork, type Portion, RegisterBulk } from './bulk/register-bulk.js';
export { RegisterCatalogue, type Registers } from './register-catalogue.js';
export { RecordFinding } from './record-finding.service.js';
export { RecordPictures } from './record-picture.service.js';
export { RegisterSeeding, type SeedActor, type SeedRecord } from './register-seeding.js';
export { RegistersModule } from './registers.module.js';
export { ValueRules } from './value-rules.js';
