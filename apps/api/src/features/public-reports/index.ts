export { PublicReportsModule } from './public-reports.module.js';
