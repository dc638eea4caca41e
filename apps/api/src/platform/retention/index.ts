export { type Erasure, Erasures } from './erasures.js';
export { ErasuresModule } from './erasures.module.js';
