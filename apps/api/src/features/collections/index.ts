export { CollectionsService } from './collections.service.js';
export { CollectionsModule } from './collections.module.js';
