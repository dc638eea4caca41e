export { Standards, UNCLASSIFIED } from './standards.js';
export { StandardsModule } from './standards.module.js';
