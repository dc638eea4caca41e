import { beforeAll, expect, test } from '@jest/globals';
import { type Lens, type PlacedRecord, visibleThrough } from '@wangge/domain';
import fc from 'fast-check';
import { SystemClock } from '../../platform/clock/clock.js';
import { describeOnBothDatabases } from '../../testing/index.js';
import { lens as anyLens } from '../../testing/lens-arbitraries.js';
import { EventListRepository } from './event-list.repository.js';
import { EventFinding } from './event-finding.service.js';
import { eventOf, population, storePlaced, withoutPolicies } from './testing/placed-events.js';

const records = population(230305);
const numbers = new Map(records.map((record, index) => [record.id, eventOf(record, index).number]));
const isReader = ({ kind }: Lens) => !['reference', 'accounts', 'record', 'job'].includes(kind);
const HOME = { districtCode: '230302' };

describeOnBothDatabases('events found by words', (getDatabase) => {
  const find = (lens: Lens, filter: Lens, words: string) => {
    const { database } = getDatabase();
    const finding = new EventFinding(database, { className: () => null }, new EventListRepository(), new SystemClock());
    return database.as(lens, (tx) => finding.within(tx, filter, HOME, words));
  };
  const holds = (filterOf: (lens: Lens) => Lens) =>
    fc.assert(
      fc.asyncProperty(anyLens(records).filter(isReader), async (lens) => {
        const shown = records.filter((record) => visibleThrough(lens, record));
        const byTitle = await find(lens, filterOf(lens), '事件');
        expect(byTitle.total).toBe(shown.length);
        expect(byTitle.items).toHaveLength(Math.min(6, shown.length));
        const own = shown.filter(({ districtCode }: PlacedRecord) => districtCode === HOME.districtCode);
        expect((await find(lens, filterOf(lens), '20260612-')).total).toBe(own.length);
        for (const { number } of byTitle.items) expect([...numbers.values()]).toContain(number);
      }),
      { numRuns: 40 },
    );
  beforeAll(() => storePlaced(getDatabase(), records), 60_000);

  test('are those of the lens, with both walls', () => holds((lens) => lens), 60_000);
  test('with the filter of the application alone', () => withoutPolicies(getDatabase(), () => holds((lens) => lens)), 60_000);
  test('with the policies of the database alone', () => holds(() => ({ kind: 'job' })), 60_000);
});
