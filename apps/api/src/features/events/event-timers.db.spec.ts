import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ConsoleLogger } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import type { ActOnEvent, EventView } from '@wangge/contracts';
import { departmentsOf, type Viewer } from '@wangge/domain';
import { AppModule } from '../../app.module.js';
import { SystemClock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { DATA_SOURCES } from '../../platform/database/index.js';
import { TimerSweeper } from '../../platform/timers/timer-sweeper.js';
import { describeOnBothDatabases } from '../../testing/index.js';
import { TestClock } from '../../testing/test-server.js';
import { DepartmentSeeding } from '../departments/index.js';
import { GridImporter, JIGUAN_FOLDER, readImportFolder } from '../grid/index.js';
import { Standards } from '../standards/index.js';
import { EventActions } from './event-actions.service.js';
import { EventReports } from './event-reports.service.js';
import { EventsService } from './events.service.js';

jest.setTimeout(120_000);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const DISTRICT = '230302';
const POINT = { lng: 130.9309198, lat: 45.2870973 };

const viewer = (role: Viewer['assignments'][number]['role'], place: { scope: string } | { departmentId: string }): Viewer => ({
  accountId: randomUUID(),
  name: role,
  districtCode: DISTRICT,
  assignments: [{ role, ...place }],
});

describeOnBothDatabases('what happens to an event by itself', (getDatabase) => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'wangge-timers-'));
  const clock = new TestClock();
  const desk = viewer('supervisor', { scope: DISTRICT });
  let module: TestingModule;
  let handler: Viewer;

  beforeAll(async () => {
    module = await Test.createTestingModule({ imports: [AppModule.of(new Config({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }))] })
      .overrideProvider(DATA_SOURCES)
      .useValue(getDatabase().sources)
      .overrideProvider(SystemClock)
      .useValue(clock)
      .setLogger(new ConsoleLogger({ logLevels: [] }))
      .compile();
    await module.init();
    await module.get(GridImporter).import(await readImportFolder(JIGUAN_FOLDER), { coordinates: 'gcj02' });
    const seed = { districtCode: DISTRICT, name: '供排水公司', serves: DISTRICT, handles: [] };
    const [departmentId = ''] = await module.get(DepartmentSeeding).ensureDepartments([seed]);
    handler = viewer('department-handler', { departmentId });
  });
  afterAll(async () => {
    await module.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const report = () =>
    module.get(EventReports).report(desk, {
      id: randomUUID(),
      description: '井盖缺了一角',
      classCode: '01003',
      point: POINT,
      coordinates: 'wgs84',
      urgency: 'normal',
      photos: [],
    });
  const see = (event: EventView) => module.get(EventsService).get(desk, event.id);
  const act = (who: Viewer, event: EventView, input: Record<string, unknown>) =>
    module.get(EventActions).act(who, event.id, { version: event.version, ...input } as ActOnEvent);
  const later = async (milliseconds: number) => {
    clock.forward(milliseconds);
    await module.get(TimerSweeper).sweep();
  };
  const rowOf = async (event: Pick<EventView, 'id'>) => {
    const [row] = await getDatabase().superuser.query<{ overdue: boolean; counted_due: boolean; contact: unknown }>(
      'select overdue, counted_due, contact from event where id = $1',
      [event.id],
    );
    return row;
  };
  const filed = async () => {
    const fourHours = module.get(Standards).of('230302').conditionsOf('01003').find(({ limit }) => limit.minutes === 240);
    return act(desk, await report(), { action: 'file', conditionId: fourHours?.id });
  };

  test('a report nobody accepts is overdue after fifteen minutes, once', async () => {
    const event = await report();
    await later(14 * MINUTE);
    expect(await rowOf(event)).toMatchObject({ overdue: false });
    await later(2 * MINUTE);
    await later(2 * MINUTE);
    expect(await rowOf(event)).toMatchObject({ overdue: true, counted_due: false });
    expect((await see(event)).light).toBe('red');
    const counted = await getDatabase().superuser.query<{ sum: number }>(
      // Some of it may be folded into the counters already; '*' stands for all classes.
      `select sum(count)::int as sum from (
         select count from event_delta where measure = 'overdue:reported'
         union all select count from event_counter
          where measure = 'overdue:reported' and node_code = '230302' and class_code = '*') as counted`,
    );
    expect(counted).toEqual([{ sum: 1 }]);
  });

  test('a case overdue at dispatching still counts as due when its handling limit is up', async () => {
    const event = await filed();
    await later(20 * MINUTE);
    expect(await rowOf(event)).toMatchObject({ overdue: true, counted_due: false });
    await later(2 * DAY);
    expect(await rowOf(event)).toMatchObject({ overdue: true, counted_due: true });
  });

  test('a suspended case goes on by itself at the promised instant', async () => {
    const dispatched = await act(desk, await filed(), { action: 'dispatch', departmentId: departmentsOf(handler)[0] });
    const handling = await act(handler, dispatched, { action: 'accept' });
    const until = new Date(clock.now().getTime() + 3 * DAY).toISOString();
    const suspended = await act(handler, handling, { action: 'suspend', reason: '等配件到货', until });
    expect(suspended).toMatchObject({ status: 'suspended', light: 'paused', dueAt: null });
    await later(3 * DAY + 5 * MINUTE);
    const resumed = await see(suspended);
    expect(resumed).toMatchObject({ status: 'handling' });
    expect(resumed.timeline.at(-1)).toMatchObject({ action: 'resume', at: until });
  });

  test('a timer of a state that was left does nothing', async () => {
    const event = await report();
    await act(desk, event, { action: 'reject', reason: '不属实' });
    await later(20 * MINUTE);
    expect(await rowOf(event)).toMatchObject({ overdue: false });
  });

  test('a deadline that reaches into a year without a calendar is reckoned again when one begins, by the hours of its own beginning', async () => {
    clock.forward(Date.parse('2026-12-28T09:00:00+08:00') - clock.now().getTime());
    const event = await act(desk, await report(), { action: 'file', conditionId: 'general-01003' });
    expect(event.handlingClock).toMatchObject({ provisional: true, dueAt: '2027-01-04T01:00:00.000Z' });
    await publishCalendar('2026-12-29');
    await later(DAY);
    const again = await see(event);
    expect(again.handlingClock).toMatchObject({ provisional: false, dueAt: '2027-01-05T01:00:00.000Z' });
    expect(again.version).toBe(event.version);
    const timers = await getDatabase().superuser.query<{ due_at: Date }>(
      `select due_at from timer where subject_id = $1 and kind = 'event.overdue' order by due_at desc limit 1`,
      [event.id],
    );
    expect(timers.map(({ due_at }) => due_at.toISOString())).toEqual(['2027-01-05T01:00:00.000Z']);
    const next = await act(desk, await report(), { action: 'file', conditionId: 'general-01003' });
    // Forty hours, three a day: thirteen days, and an hour of the fourteenth.
    expect(next.handlingClock?.dueAt).toBe('2027-01-18T02:00:00.000Z');
  });

  /** With new year's day of 2027 off, and work from nine to twelve. */
  const publishCalendar = async (effectiveOn: string) => {
    const { days = [] } = module.get(Standards).nationalLists('calendar');
    const lists = { hours: [{ from: '09:00', to: '12:00' }], days: [...days, { day: '2027-01-01', kind: 'off', name: '元旦' }] };
    const id = randomUUID();
    await getDatabase().superuser.query(
      `insert into standard_edition (district_code, id, book, number, state, lists, rows, effective_on, created_at, created_by, updated_at, updated_by, updated_by_name)
       values ($1, $2, 'calendar', 1, 'published', $3, 1, $4, now(), $2, now(), $2, '值班长')`,
      [DISTRICT, id, JSON.stringify(lists), effectiveOn],
    );
    await getDatabase().superuser.query(
      `insert into timer (id, district_code, subject_id, kind, due_at) values ($1, $2, $1, 'standard.calendar-effective', $3)`,
      [id, DISTRICT, `${effectiveOn}T00:00:00+08:00`],
    );
  };
});
