import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type FieldValues, RecordQuery } from '@wangge/contracts';
import {
  chainOf,
  findRegister,
  label,
  type Lens,
  type PlacedRecord,
  type RegisterDefinition,
  REGISTERS,
  tableOf,
  visibleThrough,
} from '@wangge/domain';
import fc from 'fast-check';
import { SystemClock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { FieldCipher } from '../../platform/secrets/field-cipher.js';
import { Secrets } from '../../platform/secrets/secrets.js';
import { describeOnBothDatabases, type TestDatabase } from '../../testing/index.js';
import { lens as anyLens, placedRecords } from '../../testing/lens-arbitraries.js';
import { RecordCells } from './record-cells.js';
import { RecordCursors } from './record-cursor.js';
import { RecordListRepository } from './record-list.repository.js';
import { RecordSearch } from './record-search.js';
import { RegisterSeeding } from './register-seeding.js';
import { RegistersRepository } from './registers.repository.js';
import { ValueRules } from './value-rules.js';

const secrets = new Secrets({ jwt: randomBytes(32), hash: randomBytes(32), fields: randomBytes(32) });
const cipher = new FieldCipher(secrets);
const cells = new RecordCells(cipher, secrets);
const search = new RecordSearch(cells, new ValueRules(new SystemClock(), new Config({})));
const lists = new RecordListRepository(cells, search, new RecordCursors(cipher));
const repository = new RegistersRepository(cells);

const JOB: Lens = { kind: 'job' };
const ask = (more: Readonly<Record<string, string>> = {}) => RecordQuery.parse({ perPage: '100', ...more });
const ALL = ask();
const PHONE = '19912345678';
const READERS: readonly Lens['kind'][] = ['region', 'district', 'street', 'community', 'grid', 'member', 'record', 'job'];

/** Nobody's own: only the place of a record of the registers decides. */
const records: readonly PlacedRecord[] = (fc.sample(placedRecords, { numRuns: 1, seed: 230303 })[0] ?? []).map((record) => ({
  ...record,
  reportedBy: null,
  assigneeId: null,
  departmentId: null,
  assistDepartmentIds: [],
  secretHash: null,
}));
const GONE = records.filter((_, index) => index % 9 === 4).map(({ id }) => id);
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).sort();
const shown = (lens: Lens, { records: placed }: Pick<Subject, 'records'>) =>
  ids(placed.filter((record) => visibleThrough(lens, record) && !GONE.includes(record.id)));

/** What is tried: a register of the platform with a table of its own, and one that a district made for itself. */
interface Subject {
  readonly definition: RegisterDefinition;
  readonly table: string;
  readonly values: FieldValues;
  /** The records that are in it. */
  readonly records: readonly PlacedRecord[];
}

function definitionOf(name: string): RegisterDefinition {
  const definition = findRegister(name);
  if (!definition) throw new Error(`no register ${name}`);
  return definition;
}
const VOLUNTEERS: Subject = {
  definition: definitionOf('volunteers'),
  table: 'register_volunteers',
  values: { name: '墙内人', phone: PHONE, serviceKind: 'other', state: 'active' },
  records,
};
const DISTRICT = '230302';
const OWN: Subject = {
  definition: {
    name: 'own-fire-units',
    element: 'organizations',
    label: label('消防重点单位', 'Fire-safety key units'),
    geometry: 'point',
    titleField: 'name',
    naturalKey: ['code'],
    fields: [
      {
        name: 'name',
        column: 'f_name',
        kind: 'text',
        label: label('名称', 'Name'),
        dataClass: 'L1',
        required: true,
        search: 'prefix',
      },
      { name: 'code', column: 'f_code', kind: 'text', label: label('编号', 'Code'), dataClass: 'L1', required: true },
      { name: 'phone', column: 'f_phone', kind: 'phone', label: label('电话', 'Phone'), dataClass: 'L4', search: 'exact' },
    ],
    storage: { districtCode: DISTRICT, version: 1, closed: false, slots: { phone: 'key1' } },
  },
  table: 'register_record',
  values: { name: '墙内单位', phone: PHONE },
  records: records.filter(({ districtCode }) => districtCode === DISTRICT),
};
const SUBJECTS = [VOLUNTEERS, OWN] as const;

async function store({ database, superuser }: TestDatabase, { definition, table, values, records: placed }: Subject) {
  const rows = placed.map(({ id, gridCode }, index) => ({
    id,
    gridCode,
    values: { ...values, ...(definition.naturalKey && { code: `A${index}` }) },
    at: new Date(Date.parse('2026-06-12T04:00:00Z') + index).toISOString(),
  }));
  const seeding = new RegisterSeeding(database, repository);
  expect(await seeding.insertMany(definition, rows, { id: null, name: '某人' })).toBe(placed.length);
  // A repeat stores nothing.
  expect(await seeding.insertMany(definition, rows, { id: null, name: '某人' })).toBe(0);
  await superuser.query(`update ${table} set deleted_at = now() where id = any($1::uuid[])`, [GONE]);
}

/** What every way of reading records shows through a lens, the filter of the application being that of `filter`. */
async function read(tx: Transaction, filter: Lens, { definition }: Subject, one: PlacedRecord) {
  const found = await repository.find(tx, filter, definition, one.id);
  return {
    list: ids(await lists.list(tx, filter, definition, ALL)),
    byName: ids(await lists.list(tx, filter, definition, ask({ q: '墙内' }))),
    byPhone: await lists.count(tx, filter, definition, ask({ q: PHONE })),
    title: ids(await lists.titles(tx, filter, definition, [one.id])),
    one: found ? [found.id] : [],
  };
}

function expected(lens: Lens, subject: Subject, one: PlacedRecord) {
  const list = shown(lens, subject);
  const found = list.includes(one.id) ? [one.id] : [];
  return { list, byName: list, byPhone: list.length, title: found, one: found };
}

async function withoutPolicies<T>({ superuser }: TestDatabase, { table }: Subject, work: () => Promise<T>): Promise<T> {
  await superuser.query(`alter table ${table} disable row level security`);
  try {
    return await work();
  } finally {
    await superuser.query(`alter table ${table} enable row level security`);
  }
}

describeOnBothDatabases('registers behind the two walls', (getDatabase) => {
  const as = <T>(lens: Lens, work: (tx: Transaction) => Promise<T>): Promise<T> => {
    const { database }: { database: Database } = getDatabase();
    return database.as(lens, work);
  };
  const holds = async (subject: Subject, filterOf: (lens: Lens) => Lens) => {
    let seen = 0;
    const readers = anyLens(records).filter(({ kind }) => READERS.includes(kind));
    await fc.assert(
      fc.asyncProperty(readers, fc.constantFrom(...records), async (lens, one) => {
        seen += shown(lens, subject).length;
        // The writer of one record and a job see what was taken out, unless the application leaves it out.
        expect(await as(lens, (tx) => read(tx, filterOf(lens), subject, one))).toEqual(expected(lens, subject, one));
      }),
      { numRuns: 60 },
    );
    expect(seen).toBeGreaterThan(60);
  };
  beforeAll(async () => {
    await getDatabase().superuser.query(
      `insert into register_definition (district_code, name, id, version, draft, created_at, updated_at, updated_by_name)
       values ($1, $2, gen_random_uuid(), 1, '{}', now(), now(), '某人')`,
      [DISTRICT, OWN.definition.name],
    );
    for (const subject of SUBJECTS) await store(getDatabase(), subject);
  }, 60_000);

  describe.each(SUBJECTS)('$definition.name', (subject) => {
    test(
      'show what the rule of the domain shows, listed, searched, called and opened, with both walls',
      () => holds(subject, (lens) => lens),
      120_000,
    );

    test(
      'show the same with the filter of the application alone',
      () => withoutPolicies(getDatabase(), subject, () => holds(subject, (lens) => lens)),
      120_000,
    );

    test('show the same with the policies of the database alone', () => holds(subject, () => JOB), 120_000);
  });

  test('show the history of a record to whoever is shown the record', async () => {
    const text = 'select record_id as id from register_change';
    await fc.assert(
      fc.asyncProperty(anyLens(records), async (lens) => {
        const asking = as(lens, (tx) => tx.query<{ id: string }>({ name: 'walls.changes', text }));
        if (!READERS.includes(lens.kind)) return expect(asking).rejects.toMatchObject({ code: '42501' });
        const whole = lens.kind === 'job' || lens.kind === 'record';
        const due = SUBJECTS.flatMap((subject) =>
          whole ? subject.records.filter((record) => visibleThrough(lens, record)).map(({ id }) => id) : shown(lens, subject),
        );
        expect(ids(await asking)).toEqual(due.sort());
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  test('are refused to lenses that read no register', async () => {
    for (const lens of [{ kind: 'reference' }, { kind: 'accounts' }, { kind: 'mine', accountId: records[0]?.id ?? '' }] as const)
      await expect(as(lens, (tx) => lists.count(tx, JOB, VOLUNTEERS.definition, ALL))).rejects.toMatchObject({ code: '42501' });
  });

  describe.each(SUBJECTS)('$definition.name in writing', ({ definition, table, values, records: placed }) => {
    const [mine, foreign] = placed;
    if (!mine || !foreign) throw new Error('there are no records');

    test('let the writer of one record change no other, and nobody else write or delete', async () => {
      const text = `update ${table} set version = version where id = $1 returning id`;
      const changed = (id: string) =>
        as({ kind: 'record', id: mine.id }, (tx) => tx.query({ name: `walls.write.${table}`, text }, [id]));
      expect(await changed(mine.id)).toHaveLength(1);
      expect(await changed(foreign.id)).toEqual([]);
      const [at, by] = [new Date().toISOString(), null];
      const other = {
        id: foreign.id.replace(/^.{8}/, '0199aaaa'),
        version: 1,
        chain: chainOf(foreign.gridCode),
        point: null,
        values: {},
        at,
      };
      const creating = as({ kind: 'record', id: mine.id }, (tx) =>
        repository.insert(
          tx,
          definition,
          [{ ...other, values: { ...values, ...(definition.naturalKey && { code: 'B1' }) } }],
          by,
        ),
      );
      await expect(creating).rejects.toMatchObject({ code: '42501' });
      const readers: readonly Lens[] = [
        { kind: 'district', code: mine.districtCode },
        { kind: 'member', accountId: mine.id, codes: ['23'], departmentIds: [] },
      ];
      for (const lens of readers)
        for (const statement of [`update ${table} set version = 9`, `delete from ${table}`])
          await expect(
            as(lens, (tx) => tx.query({ name: `walls.${table}.${statement.length}`, text: statement })),
          ).rejects.toMatchObject({
            code: '42501',
          });
    });
  });

  test('what is stored holds no phone in plain, and what was copied to another row cannot be read', async () => {
    const { superuser } = getDatabase();
    for (const table of [...REGISTERS.map(tableOf), OWN.table]) {
      const [found] = await superuser.query<{ n: number }>(
        `select count(*)::int as n from ${table} as r where to_jsonb(r)::text like '%${PHONE}%'
            or to_jsonb(r)::text like '%${Buffer.from(PHONE).toString('hex')}%'`,
      );
      expect(found?.n).toBe(0);
    }
    const [changes] = await superuser.query<{ n: number }>(
      `select count(*)::int as n from register_change as r where to_jsonb(r)::text like '%${PHONE}%'`,
    );
    expect(changes?.n).toBe(0);
    const [one, two] = records.filter(({ id }) => !GONE.includes(id));
    await superuser.query(
      'update register_volunteers set phone = (select phone from register_volunteers where id = $2) where id = $1',
      [one?.id, two?.id],
    );
    const [first, second] = OWN.records.filter(({ id }) => !GONE.includes(id));
    await superuser.query(
      `update register_record as r set cells = r.cells || jsonb_build_object('f_phone', o.cells -> 'f_phone')
         from register_record as o where o.id = $2 and r.id = $1`,
      [first?.id, second?.id],
    );
    await expect(as(JOB, (tx) => repository.find(tx, JOB, OWN.definition, first?.id ?? ''))).rejects.toThrow('altered');
    await expect(as(JOB, (tx) => repository.find(tx, JOB, VOLUNTEERS.definition, one?.id ?? ''))).rejects.toThrow('altered');
  });
});
