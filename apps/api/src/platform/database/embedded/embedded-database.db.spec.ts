import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { runFolder } from '@wangge/testing';
import { DataSource, type QueryRunner } from 'typeorm';
import { embeddedTemplate } from '../../../testing/template.js';
import { Database } from '../database.js';
import type { SqlConnection } from '../sql-connection.js';
import { EmbeddedDatabase } from './embedded-database.js';

const LIMITS = { waiting: 3, patience: 300 };

function connect(database: EmbeddedDatabase): Promise<DataSource> {
  const driver = database.driver('api');
  return new DataSource({ type: 'postgres', driver, installExtensions: false }).initialize();
}

describe('the embedded database', () => {
  let folder: string;
  let embedded: EmbeddedDatabase;
  let api: DataSource;
  const runners: QueryRunner[] = [];

  const hold = async () => {
    const runner = api.createQueryRunner();
    runners.push(runner);
    await runner.connect();
    return runner;
  };

  beforeAll(async () => {
    folder = mkdtempSync(path.join(runFolder(), 'wangge-embedded-'));
    embedded = await EmbeddedDatabase.open(folder, { loadFrom: await embeddedTemplate(), limits: LIMITS });
    api = await connect(embedded);
  }, 120_000);

  afterEach(async () => {
    for (const runner of runners.splice(0)) await runner.release();
  });

  afterAll(async () => {
    await embedded.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('times out loudly when a query stands outside the transaction that holds the session', async () => {
    await hold();
    await expect(api.query('select 1')).rejects.toThrow(/waited 300 ms for the only session .* outside the transaction/);
  });

  test('tells one more than may wait to come back later', async () => {
    const holder = await hold();
    const waiting = [1, 2, 3].map(() => api.query('select 1 as one'));
    await expect(api.query('select 1')).rejects.toMatchObject({ code: 'server.busy', statusCode: 503 });
    await holder.release();
    await expect(Promise.all(waiting)).resolves.toHaveLength(3);
  });

  test('undoes what a holder left open when he gives the session back', async () => {
    const holder = await hold();
    await holder.query('begin');
    await holder.query('set local role app_job');
    await holder.query(`insert into outbox (name, payload) values ('Left', '{}')`);
    await holder.release();
    const left = await new Database(api).as({ kind: 'job' }, (tx) =>
      tx.query({ name: 'test.left', text: `select position from outbox where name = 'Left'` }),
    );
    expect(left).toEqual([]);
  });

  test('undoes it also when a statement was still running', async () => {
    const runner = api.createQueryRunner();
    const connection: SqlConnection = await runner.connect();
    const running = connection.query('begin; select pg_current_xact_id()');
    await runner.release();
    await running;
    await expect(api.query('select pg_current_xact_id_if_assigned() as xid')).resolves.toEqual([{ xid: null }]);
  });

  test('answers a holder nothing after he gave the session back', async () => {
    const runner = api.createQueryRunner();
    const connection: SqlConnection = await runner.connect();
    await runner.release();
    await expect(connection.query('select 1')).rejects.toThrow('a connection that was released');
  });

  test('lets the timers of the server tick during a long query', async () => {
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 5);
    await api.query('select count(*) from generate_series(1, 3000000)');
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(20);
  });

  test('is the login of the server, and not the superuser it was born as', async () => {
    const [row] = await api.query(`select current_user::text as name, current_setting('is_superuser') as above`);
    expect(row).toEqual({ name: 'api', above: 'off' });
  });

  test('refuses a second opening of its directory', async () => {
    await expect(EmbeddedDatabase.open(folder)).rejects.toThrow('another process uses the embedded database');
  });

  test('begins anew where a first start was broken off', async () => {
    const half = mkdtempSync(path.join(runFolder(), 'wangge-embedded-'));
    mkdirSync(path.join(half, 'data'));
    writeFileSync(path.join(half, 'data', 'PG_VERSION'), '18');
    const database = await EmbeddedDatabase.open(half, { loadFrom: await embeddedTemplate() });
    const source = await connect(database);
    await expect(source.query('select 1 as one')).resolves.toEqual([{ one: 1 }]);
    await database.close();
    expect(existsSync(path.join(half, 'lock'))).toBe(false);
    rmSync(half, { recursive: true, force: true });
  }, 60_000);
});
