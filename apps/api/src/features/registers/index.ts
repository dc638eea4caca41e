export { PlacePictures } from './place-picture.service.js';
export { RecordFinding } from './record-finding.service.js';
export { RecordPictures } from './record-picture.service.js';
export { RegisterSeeding, type SeedActor, type SeedRecord } from './register-seeding.js';
export { RegistersModule } from './registers.module.js';
