export type { Anonymous, NamedRecord } from './events.repository.js';
export { EventFiles } from './event-files.service.js';
export { EventFinding } from './event-finding.service.js';
export { EventReports } from './event-reports.service.js';
export { EventsModule } from './events.module.js';
export { EventsRepository } from './events.repository.js';
export { EventWriter, timersOf } from './event-writer.js';
export { fromRow, STATE_COLUMNS as EVENT_COLUMNS, toRow } from './event-columns.js';
