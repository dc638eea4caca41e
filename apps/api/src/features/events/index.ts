export type { Anonymous, NamedRecord } from './events.repository.js';
export { EventFiles } from './event-files.service.js';
export { EventReports } from './event-reports.service.js';
export { EventsModule } from './events.module.js';
export { EventsRepository } from './events.repository.js';
export { EventWriter } from './event-writer.js';
export { fromRow } from './event-columns.js';
