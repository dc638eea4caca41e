export { Standards } from './standards.js';
export { StandardsModule } from './standards.module.js';
