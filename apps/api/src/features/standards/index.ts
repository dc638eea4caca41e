export { DistrictStandards, UNCLASSIFIED } from './district-standards.js';
export { CALENDAR_EFFECTIVE } from './editions/standard-publishing.service.js';
export { Standards } from './standards.js';
export { StandardsModule } from './standards.module.js';
