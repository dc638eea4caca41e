import { beforeAll, expect, test } from '@jest/globals';
import { OPEN_STATUSES } from '@wangge/domain';
import { v7 as uuid } from 'uuid';
import { describeOnBothDatabases } from '../../testing/index.js';
import { type GridChangeParticipant, GridChangeParticipants, type GridMove } from '../grid/index.js';
import { EventGridMoves } from './event-grid-moves.js';
import { eventOf } from './testing/placed-events.js';
import { EVENT_COLUMNS, toRow } from './index.js';

const COMMUNITY = '230302001001';
const [OLD, WEST, EAST] = ['001', '005', '006'].map((serial) => COMMUNITY + serial);
const DEED = { at: '2026-06-30T16:00:00.000Z', actorId: uuid(), actorName: '值班长', words: '网格调整：一 → 五、六' };
const WORKER = uuid();

const placed = Array.from({ length: 14 }, () => ({
  id: uuid(),
  districtCode: '230302',
  streetCode: '230302001',
  communityCode: COMMUNITY,
  gridCode: OLD ?? '',
  reportedBy: null,
  assigneeId: null,
  departmentId: null,
  assistDepartmentIds: [],
  secretHash: null,
}));
/** In every state, at two spots, the first of them overdue and in somebody's hands. */
const events = placed.map((record, index) => ({
  ...eventOf(record, index),
  ...(index === 0 ? { overdue: true, assigneeId: WORKER } : {}),
}));
const isOpen = ({ status }: { readonly status: string }) => OPEN_STATUSES.some((open) => open === status);
const open = events.filter(isOpen);

describeOnBothDatabases('events in a grid that is split', (getDatabase) => {
  const rows = <Row>(text: string, values: unknown[] = []) => getDatabase().superuser.query<Row>(text, values);
  let move: GridMove;
  let [tasks, participant]: GridChangeParticipant[] = [];

  beforeAll(async () => {
    const columns = EVENT_COLUMNS.join(', ');
    await rows(`insert into event (${columns}) select ${columns} from jsonb_populate_recordset(null::event, $1::jsonb)`, [
      `[${events.map(toRow).join(',')}]`,
    ]);
    const [box] = await rows<{ west: string; east: string }>(
      `select ST_Multi(ST_MakeEnvelope(130.96, 45.2, 130.98, 45.4, 4326))::text as west, ST_Multi(ST_MakeEnvelope(130.98, 45.2, 131, 45.4, 4326))::text as east`,
    );
    move = {
      kind: 'split',
      districtCode: '230302',
      codes: [OLD ?? ''],
      pieces: [
        { code: WEST ?? '', name: '五', outline: box?.west ?? '' },
        { code: EAST ?? '', name: '六', outline: box?.east ?? '' },
      ],
      lineage: [],
      defaults: { [OLD ?? '']: WEST ?? '' },
      decisions: [],
    };
    const all = new GridChangeParticipants();
    new EventGridMoves(all).onModuleInit();
    [tasks, participant] = await all.of({ districtCode: '230302' });
  });

  test('are counted while they are open, and with them the tasks on them', async () => {
    const { database } = getDatabase();
    const lens = { kind: 'district', code: '230302' } as const;
    expect(open.length).toBeLessThan(events.length);
    expect(await database.as(lens, async (tx) => participant?.preview(tx, lens, move))).toMatchObject({ total: open.length });
    expect(await database.as(lens, async (tx) => tasks?.preview(tx, lens, move))).toMatchObject({ total: 1 });
    const elsewhere = { kind: 'street', code: '230302002' } as const;
    expect(await database.as(elsewhere, async (tx) => participant?.preview(tx, elsewhere, move))).toMatchObject({ total: 0 });
    const page = { undecided: false, after: undefined, most: 3 };
    const listed = await database.as(lens, async (tx) => participant?.list(tx, lens, move, page));
    expect(listed).toHaveLength(3);
    expect(listed?.[0]).toMatchObject({ from: OLD, to: [WEST], by: 'point' });
  });

  test('move by their point and are told so in the timeline; what is over stays where it happened', async () => {
    const { database } = getDatabase();
    const run = () => database.as({ kind: 'job' }, async (tx) => participant?.move(tx, move, DEED));
    expect(await run()).toMatchObject({ total: open.length });
    expect(await run()).toMatchObject({ total: 0 });
    const stored = await rows<{ id: string; status: string; grid_code: string; lng: number; version: number }>(
      'select id, status, grid_code, lng, version from event',
    );
    for (const event of stored) {
      const expected = isOpen(event) ? (event.lng < 130.98 ? WEST : EAST) : OLD;
      expect([event.grid_code, event.version]).toEqual([expected, isOpen(event) ? 2 : 1]);
    }
    const log = await rows('select distinct action, note, actor_name, version from event_log');
    expect(log).toEqual([{ action: 'regrid', note: DEED.words, actor_name: '值班长', version: 2 }]);
  });

  test('take what stands with them: out of the old grid, into the new, and nothing changes above', async () => {
    const sums = async (column: string) =>
      rows<{ code: string; measure: string; count: number }>(
        `select ${column} as code, measure, sum(count)::int as count from event_delta where day = '2026-07-01' group by 1, 2 having sum(count) <> 0 order by 1, 2`,
      );
    expect(await sums('community_code')).toEqual([]);
    const byGrid = await sums('grid_code');
    const total = (code: string | undefined, prefix: string) =>
      byGrid.filter((row) => row.code === code && row.measure.startsWith(prefix)).reduce((sum, { count }) => sum + count, 0);
    expect(total(OLD, 'in:')).toBe(-open.length);
    expect(total(WEST, 'in:') + total(EAST, 'in:')).toBe(open.length);
    expect([total(OLD, 'overdue:'), total(WEST, 'overdue:')]).toEqual([-1, 1]);
  });
});
