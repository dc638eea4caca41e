export { DemoModule } from './demo.module.js';
export { Seeding } from './seeding.js';
