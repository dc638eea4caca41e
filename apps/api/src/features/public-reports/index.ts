export { ContactErasure } from './contact-erasure.js';
export { PublicReportsModule } from './public-reports.module.js';
