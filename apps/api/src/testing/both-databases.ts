import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { findPostgres } from '@wangge/testing';
import type { DataSourceSettings } from '../platform/database/data-source.js';
import { createTestDatabase, type DatabaseKind, type TestDatabase } from './test-database.js';

type Body = (getDatabase: () => TestDatabase) => void;

const STARTING_MS = 120_000;

/**
 * The same tests on the embedded database and, where it is installed, on PostgreSQL: each a migrated database of
 * its own, shared by the tests of the block.
 */
export function describeOnBothDatabases(name: string, body: Body, settings: DataSourceSettings = {}): void {
  describe(`${name}, on the embedded database`, () => withDatabase('embedded', settings, body));
  describe(`${name}, on PostgreSQL`, () => {
    if (findPostgres()) withDatabase('server', settings, body);
    else test.skip('skipped: PostgreSQL with PostGIS is not installed here', () => undefined);
  });
}

function withDatabase(kind: DatabaseKind, settings: DataSourceSettings, body: Body): void {
  let current: TestDatabase | undefined;
  beforeAll(async () => {
    current = await createTestDatabase(kind, settings);
  }, STARTING_MS);
  afterAll(async () => {
    await current?.close();
  }, STARTING_MS);
  body(() => {
    if (!current) throw new Error('the database of these tests is not there yet');
    return current;
  });
}
