export { describeOnBothDatabases } from './both-databases.js';
export { createTestDatabase, type DatabaseKind, type SqlDoor, type TestDatabase } from './test-database.js';
