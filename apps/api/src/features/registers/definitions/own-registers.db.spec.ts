import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type FieldValues, OwnDefinition, OwnRegisterView, type Role } from '@wangge/contracts';
import { v7 as uuid } from 'uuid';
import { FilesModule } from '../../../platform/files/index.js';
import { type Answer, ask, signIn } from '../../../testing/ask.js';
import { describeOnBothDatabases } from '../../../testing/index.js';
import { startTestServer, type TestServer } from '../../../testing/test-server.js';
import { AccountSeeding, AccountsModule } from '../../accounts/index.js';
import { RegistersModule } from '../index.js';
import { RegisterCatalogue } from '../register-catalogue.js';
import { writesOf } from '../writes-of.js';

const PASSWORD = 'Correct-horse-7';
const [HERE, THERE] = ['230302', '230303'];
const GRID = `${HERE}001001001`;
const NAME = 'own-fire-units';
const PHONE = '19912345678';

const field = (name: string, zh: string, more: object = {}) => ({
  name,
  kind: 'text',
  label: { zh, en: `Label ${name}` },
  dataClass: 'L1',
  ...more,
});
const FIELDS = {
  unitName: field('unitName', '单位名称', { required: true, search: 'prefix', inList: true }),
  code: field('code', '编号', { required: true, search: 'exact' }),
  hydrants: field('hydrants', '消火栓数', { kind: 'integer', filter: true, sort: true }),
  checkedOn: field('checkedOn', '检查日期', { kind: 'date', filter: true, sort: true }),
  hasRoom: field('hasRoom', '有消控室', { kind: 'boolean', filter: true }),
  chief: field('chief', '消防责任人', { dataClass: 'L3', mask: 'name', search: 'prefix' }),
  chiefPhone: field('chiefPhone', '责任人电话', { kind: 'phone', dataClass: 'L4', search: 'exact' }),
  buildingId: field('buildingId', '所在楼栋', { kind: 'reference', references: 'buildings' }),
};
const FLOOR = { floor: field('floor', '楼层', { search: 'prefix' }) };
type Change = Readonly<Record<string, object | null>>;

/** The register of the example, with some fields otherwise, more or, where null, not at all. */
function define(change: Change = {}, more: object = {}): OwnDefinition {
  const fields = Object.values({ ...FIELDS, ...change }).filter((each) => each !== null);
  return OwnDefinition.parse({
    element: 'organizations',
    label: { zh: '消防重点单位', en: 'Fire-safety key units' },
    geometry: 'none',
    titleField: 'unitName',
    naturalKey: ['code'],
    fields,
    ...more,
  });
}

describeOnBothDatabases('registers that a district defines for itself', (getDatabase) => {
  let server: TestServer;
  const tokens = new Map<string, string>();

  const join = async (username: string, districtCode: string, role: Role, scope: string) => {
    const account = { districtCode, username, name: username, password: PASSWORD, assignments: [{ role, scope }] };
    await server.app.get(AccountSeeding).ensureAccounts([account]);
    tokens.set(username, (await signIn(server, username, PASSWORD)).token);
  };
  const as = (username: string, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<Answer> =>
    ask(server, method, path, { token: tokens.get(username) ?? '', ...(body && { body }) });
  const view = async (name = NAME) => OwnRegisterView.parse((await as('chief', 'GET', `/registers/${name}/definition`)).body);
  const draft = async (definition: OwnDefinition, name = NAME) => {
    const { revision } = await view(name);
    const answer = await as('chief', 'PATCH', `/registers/${name}/definition`, { revision, definition });
    return OwnRegisterView.parse(answer.body);
  };
  const publish = async (name = NAME) =>
    as('chief', 'POST', `/registers/${name}/publish`, { revision: (await view(name)).revision, reason: '按消防大队要求' });
  const begin = async (name: string, definition: OwnDefinition) => {
    const made = await as('chief', 'POST', '/registers', { id: uuid(), name, definition });
    if (made.status !== 201) throw new Error(`not made: ${made.code ?? ''}`);
  };
  const records = `/registers/${NAME}/records`;
  const enter = (values: FieldValues, id: string = uuid()) => as('staff', 'POST', records, { id, gridCode: GRID, values });
  const list = async (username: string, query = '') => {
    const { body } = await as(username, 'GET', `${records}${query}`);
    return (body as { items: { id: string; title: string; values: FieldValues }[] }).items;
  };
  /** As an import does: the whole row, of which it knows what is in use. */
  const rewrite = async (id: string) => {
    const definition = (await server.app.get(RegisterCatalogue).of({ districtCode: HERE })).get(NAME);
    const place = { district_code: HERE, street_code: `${HERE}001`, community_code: `${HERE}001001`, grid_code: GRID };
    const cells = { f_unitname: '东风小学', f_code: 'A-1', f_hydrants: 7 };
    const row = { id, version: 3, updated_at: '2026-06-12T02:00:00Z', ...place, lng: null, lat: null, ...cells };
    await getDatabase().database.as({ kind: 'job' }, (tx) =>
      tx.query(writesOf(definition).updateMany(), [JSON.stringify([row]), null]),
    );
  };
  const faultsOf = ({ code, body }: Answer) => [code, (body as { fields?: unknown }).fields];

  beforeAll(async () => {
    server = await startTestServer(getDatabase(), [AccountsModule, FilesModule, RegistersModule]);
    await getDatabase().superuser.query(
      `insert into grid_node (code, name, geom, center, fictional, valid_from)
       select code, code, ST_Multi(ST_GeomFromText('POLYGON((0 0,1 0,1 1,0 1,0 0))', 4326)),
              ST_SetSRID(ST_MakePoint(0.5, 0.5), 4326), true, '2020-01-01'
         from (values ('${HERE}'), ('${HERE}001'), ('${HERE}001001'), ('${GRID}')) as n (code)`,
    );
    await join('chief', HERE, 'supervisor', HERE);
    await join('street', HERE, 'supervisor', `${HERE}001`);
    await join('staff', HERE, 'community-staff', `${HERE}001001`);
    await join('elsewhere', HERE, 'community-staff', `${HERE}002001`);
    await join('sysadmin', HERE, 'system-admin', HERE);
    await join('far', THERE, 'supervisor', THERE);
    await begin(NAME, define());
  });
  afterAll(() => server.close());

  test('are designed by whoever supervises the district, and by nobody else', async () => {
    expect((await as('chief', 'GET', `/registers/${NAME}/definition`)).status).toBe(200);
    for (const username of ['street', 'staff', 'sysadmin'])
      for (const path of ['/registers/definitions', `/registers/${NAME}/definition`])
        expect([username, (await as(username, 'GET', path)).code]).toEqual([username, 'permission.denied']);
    for (const path of ['definition', 'versions'])
      expect((await as('far', 'GET', `/registers/${NAME}/${path}`)).code).toBe('not-found');
    expect((await as('far', 'GET', '/registers/definitions')).body).toEqual({ items: [] });
  });

  test('are seen by nobody before they are published, and in their own district only then', async () => {
    const names = async (username: string) => {
      const { body } = await as(username, 'GET', '/registers');
      return (body as { items: { name: string }[] }).items.map(({ name }) => name);
    };
    expect(await names('staff')).not.toContain(NAME);
    expect((await as('staff', 'GET', records)).code).toBe('not-found');
    expect((await publish()).status).toBe(200);
    expect(await names('staff')).toContain(NAME);
    expect(await names('far')).not.toContain(NAME);
    expect((await as('far', 'GET', records)).code).toBe('not-found');
    expect((await publish()).code).toBe('register.unchanged');
  });

  describe('hold records like any other', () => {
    const id = uuid();
    const values = {
      unitName: '东风小学',
      code: 'A-1',
      hydrants: 12,
      checkedOn: '2026-05-01',
      chief: '王小明',
      chiefPhone: PHONE,
    };

    test('entered once, masked, found by name, code and whole phone, filtered and sorted', async () => {
      const made = await enter(values, id);
      expect(made.body).toMatchObject({ title: '东风小学', values: { chief: '王*明', chiefPhone: '199****5678', hydrants: 12 } });
      expect(await enter(values, id)).toMatchObject({ status: 201, body: made.body });
      expect((await enter({ ...values, unitName: '别的' })).code).toBe('record.duplicate');
      await enter({ unitName: '和平商场', code: 'B-2', hydrants: 3, hasRoom: true });
      const titles = async (query: string) => (await list('staff', query)).map(({ title }) => title);
      for (const q of ['东风', 'A-1', '王小'])
        expect([q, await titles(`?q=${encodeURIComponent(q)}`)]).toEqual([q, ['东风小学']]);
      expect((await as('staff', 'POST', `${records}/search`, { q: PHONE })).body).toMatchObject({ items: [{ title: '东风小学' }] });
      expect(await titles(`?q=${PHONE.slice(0, 8)}`)).toEqual([]);
      expect(await titles('?hydrants.gte=4')).toEqual(['东风小学']);
      expect(await titles('?checkedOn.empty=true')).toEqual(['和平商场']);
      expect(await titles('?checkedOn.lt=2026-06-01')).toEqual(['东风小学']);
      expect(await titles('?hasRoom=true')).toEqual(['和平商场']);
      expect(await titles('?sort=hydrants')).toEqual(['和平商场', '东风小学']);
      expect(await titles('?sort=-checkedOn')).toEqual(['东风小学', '和平商场']);
      expect(await list('elsewhere')).toEqual([]);
      expect((await as('elsewhere', 'GET', `${records}/${id}`)).code).toBe('not-found');
    });

    test('changed on the version that was seen, revealed with a reason, and their history is kept masked', async () => {
      const change = (version: number, given: FieldValues) =>
        as('staff', 'PATCH', `${records}/${id}`, { version, values: given });
      const changed = await change(1, { chief: '李大力', hydrants: null });
      expect(changed.body).toMatchObject({ version: 2, values: { chief: '李*力', hydrants: null, chiefPhone: '199****5678' } });
      expect((await change(1, { hydrants: 1 })).code).toBe('record.stale');
      expect((await change(2, { code: 'B-2' })).code).toBe('record.duplicate');
      const revealed = await as('staff', 'POST', `${records}/${id}/reveal`, { field: 'chiefPhone', reason: '核对电话' });
      expect(revealed.body).toMatchObject({ value: PHONE });
      const { body } = await as('staff', 'GET', `${records}/${id}/history`);
      expect((body as { items: object[] }).items).toMatchObject([
        { kind: 'revealed', reason: '核对电话' },
        {
          kind: 'changed',
          fields: [
            { name: 'hydrants', from: 12, to: null },
            { name: 'chief', from: '王*明', to: '李*力' },
          ],
        },
        { kind: 'created' },
      ]);
      const [kept] = await getDatabase().superuser.query<{ n: number }>(
        `select count(*)::int as n from register_record as r where to_jsonb(r)::text like '%${PHONE}%'`,
      );
      expect(kept?.n).toBe(0);
    });

    test('point at records of the platform, which stay for as long as they are pointed at', async () => {
      const building = uuid();
      const { superuser } = getDatabase();
      await superuser.query(
        `insert into register_buildings (district_code, id, version, street_code, community_code, grid_code, lng, lat, code, name, use, created_at, updated_at)
         values ('${HERE}', $1, 1, '${HERE}001', '${HERE}001001', '${GRID}', 0.5, 0.5, 'L1', '一号楼', 'residential', now(), now())`,
        [building],
      );
      const unit = await enter({ unitName: '在楼里', code: 'C-3', buildingId: building });
      expect(unit.body).toMatchObject({ referenceTitles: { buildingId: '一号楼' } });
      const { body } = await as('staff', 'GET', `/registers/buildings/records/${building}`);
      expect(body).toMatchObject({ related: [{ register: NAME, field: 'buildingId', total: 1 }] });
      const remove = (path: string) => as('staff', 'DELETE', `${path}?version=1`, { reason: '登记重复' });
      expect((await remove(`/registers/buildings/records/${building}`)).code).toBe('record.referenced');
      expect((await enter({ unitName: '空', code: 'C-4', buildingId: uuid() })).code).toBe('record.invalid');
      expect((await remove(`${records}/${(unit.body as { id: string }).id}`)).status).toBe(204);
      expect((await remove(`/registers/buildings/records/${building}`)).status).toBe(204);
      // What was taken out keeps its code for nobody.
      expect((await enter({ unitName: '新的', code: 'C-3' })).status).toBe(201);
    });
  });

  describe('change from version to version', () => {
    const refused = async (change: Change, more: object = {}) => {
      await draft(define(change, more));
      const [said, fields] = faultsOf(await publish());
      expect((await view()).faults).not.toEqual([]);
      await draft(define());
      return [said, ...(fields as { path: string; rule: string }[]).map(({ path, rule }) => `${path} ${rule}`.trim())];
    };
    const invalid = (...faults: string[]) => ['register.definition-invalid', ...faults];

    test('never so that what is stored is lost, shown, unreadable or missing', async () => {
      const { chief, code, hydrants } = FIELDS;
      expect(await refused({ chief: null })).toEqual(invalid('fields.chief drop-with-data'));
      expect(await refused({ chief: { ...chief, name: 'chiefName' } })).toEqual(invalid('fields.chief drop-with-data'));
      expect(await refused({ hydrants: { ...hydrants, kind: 'number' } })).toEqual(invalid('fields.hydrants kind-with-data'));
      expect(await refused({ chief: { ...chief, dataClass: 'L1', mask: null } })).toEqual(invalid('fields.chief class-lowered'));
      expect(await refused({ chief: { ...chief, dataClass: 'L4', mask: null, search: 'exact' } })).toEqual(
        invalid('fields.chief encrypt-with-data'),
      );
      expect(await refused({ hydrants: { ...hydrants, required: true } })).toEqual(invalid('fields.hydrants required-with-gaps'));
      expect(await refused({ code: { ...code, required: false } })).toEqual(invalid('fields.code key-optional'));
      expect(await refused({}, { geometry: 'point' })).toEqual(invalid('geometry-with-records'));
      // Taken out of every record, it still stands in their history.
      await getDatabase().superuser.query(`update register_record set cells = cells - 'f_hydrants'`);
      expect(await refused({ hydrants: null })).toEqual(invalid('fields.hydrants drop-with-data'));
    });

    test('with who, when and why; a retired field is asked for no more, and its values come back with it', async () => {
      const { chief } = FIELDS;
      const lookingBy = async (q: string) => (await list('staff', `?q=${encodeURIComponent(q)}`)).map(({ title }) => title);
      await draft(define({ chief: { ...chief, retired: true }, ...FLOOR }));
      expect((await publish()).body).toMatchObject({ version: 2, hasDraft: false, changes: [] });
      const [first] = await list('staff', '?q=A-1');
      expect(Object.keys(first?.values ?? {})).not.toContain('chief');
      expect((await enter({ unitName: '旧栏', code: 'D-1', chief: '甲' })).code).toBe('record.invalid');
      await enter({ unitName: '新栏', code: 'D-2', floor: '三层' });
      if (first) await rewrite(first.id);
      expect(await lookingBy('三层')).toEqual(['新栏']);
      expect(await lookingBy('李大')).toEqual([]);
      await draft(define(FLOOR));
      expect((await publish()).status).toBe(200);
      expect(await lookingBy('李大')).toEqual(['东风小学']);
      expect(await lookingBy('三层')).toEqual(['新栏']);
      const { body } = await as('chief', 'GET', `/registers/${NAME}/versions`);
      expect((body as { items: object[] }).items).toMatchObject([
        { version: 3, by: 'chief', reason: '按消防大队要求', changes: [{ kind: 'restored', field: 'chief' }] },
        {
          version: 2,
          changes: [
            { kind: 'retired', field: 'chief' },
            { kind: 'added', field: 'floor' },
          ],
        },
        { version: 1 },
      ]);
    });

    test('and whoever writes by the version before is told so', async () => {
      await list('staff');
      await getDatabase().superuser.query(`update register_definition set version = version + 1 where name = $1`, [NAME]);
      expect((await enter({ unitName: '旧版', code: 'E-1' })).code).toBe('register.changed');
      await getDatabase().superuser.query(`update register_definition set version = version - 1 where name = $1`, [NAME]);
    });

    test('a new key holds for what is there, or is refused', async () => {
      await draft(define(FLOOR, { naturalKey: ['unitName'] }));
      await enter({ unitName: '和平商场', code: 'F-1' });
      expect(faultsOf(await publish())).toEqual(['register.definition-invalid', [{ path: '', rule: 'key-not-unique' }]]);
    });

    test('two who change one draft, or publish it, do so one after the other', async () => {
      const { revision } = await view();
      const change = (zh: string) =>
        as('chief', 'PATCH', `/registers/${NAME}/definition`, { revision, definition: define(FLOOR, { label: { zh, en: zh } }) });
      const said = (await Promise.all(['甲单位', '乙单位'].map(change))).map(({ status, code }) => code ?? status).sort();
      expect(said).toEqual([200, 'register.stale']);
      const now = (await view()).revision;
      const step = () => as('chief', 'POST', `/registers/${NAME}/publish`, { revision: now, reason: '两人同时' });
      expect((await Promise.all([step(), step()])).map(({ status, code }) => code ?? status).sort()).toEqual([
        200,
        'register.stale',
      ]);
    });
  });

  test('keep lines and areas too, placed by a point on them, drawn on the map, and of the kind they are for', async () => {
    const name = 'own-fire-lanes';
    const label = { zh: '消防通道', en: 'Fire lanes' };
    await begin(name, define({ buildingId: null, hydrants: null }, { geometry: 'area', label, naturalKey: [] }));
    expect((await publish(name)).status).toBe(200);
    const ring = [
      [0.2, 0.2],
      [0.4, 0.2],
      [0.4, 0.4],
      [0.2, 0.2],
    ];
    const draw = (type: string, coordinates: unknown, more: object = {}) =>
      as('staff', 'POST', `/registers/${name}/records`, {
        ...{ id: uuid(), shape: { type, coordinates }, ...more },
        values: { unitName: '东门通道', code: 'L-1' },
      });
    const made = await draw('Polygon', [ring]);
    expect([made.status, made.code]).toEqual([201, undefined]);
    const { id } = made.body as { id: string };
    const detail = (await as('staff', 'GET', `/registers/${name}/records/${id}`)).body;
    expect(detail).toMatchObject({ shape: { type: 'Polygon', coordinates: [ring] }, chain: { gridCode: GRID } });
    const changed = await as('staff', 'PATCH', `/registers/${name}/records/${id}`, { version: 1, values: { hasRoom: true } });
    expect(changed.body).toMatchObject({ version: 2 });
    expect((await as('staff', 'GET', `/registers/${name}/records/${id}`)).body).toMatchObject({ shape: { coordinates: [ring] } });
    const { body: window } = await as('staff', 'GET', `/registers/${name}/map?bbox=0,0,1,1`);
    expect(window).toMatchObject({ kind: 'points', items: [{ id, how: 'own', shape: { type: 'Polygon' } }] });
    const [a, b, c] = ring;
    expect(faultsOf(await draw('LineString', [a, b]))).toEqual(['record.invalid', [{ path: 'body.shape', rule: 'shape-of-another-kind' }]]);
    const crossed = [a, c, b, [0.2, 0.4], a];
    expect(faultsOf(await draw('Polygon', [crossed]))).toEqual(['record.invalid', [{ path: 'body.shape', rule: 'shape-self-crossing' }]]);
    await draft({ ...(await view(name)).draft, geometry: 'line' }, name);
    expect((await publish(name)).code).toBe('register.definition-invalid');
  });

  test('are closed for writing with their records kept, and open again', async () => {
    const close = async (closed: boolean) =>
      as('chief', 'POST', `/registers/${NAME}/closing`, { revision: (await view()).revision, closed, reason: '年底停用' });
    expect((await close(true)).body).toMatchObject({ state: 'closed' });
    expect((await enter({ unitName: '停用后', code: 'G-1' })).code).toBe('register.closed');
    expect((await list('staff')).length).toBeGreaterThan(1);
    const { body } = await as('staff', 'GET', '/registers');
    const own = (body as { items: { name: string }[] }).items.find(({ name }) => name === NAME);
    expect(own).toMatchObject({ mayWrite: false, mayDelete: false, own: { closed: true } });
    expect((await as('chief', 'DELETE', `/registers/${NAME}/definition?revision=${(await view()).revision}`)).code).toBe(
      'register.has-records',
    );
    expect((await close(false)).body).toMatchObject({ state: 'published' });
    expect((await enter({ unitName: '重开后', code: 'G-2' })).status).toBe(201);
  });

  test('go again while they hold nothing and nothing points into them', async () => {
    const at = field('exitId', '出口', { kind: 'reference', references: 'own-exits' });
    await begin('own-exits', define({ buildingId: null }, { label: { zh: '安全出口', en: 'Exits' } }));
    expect((await publish('own-exits')).status).toBe(200);
    await begin('own-drills', define({ buildingId: null, exitId: at }, { label: { zh: '演练', en: 'Drills' } }));
    expect((await publish('own-drills')).status).toBe(200);
    const remove = async (name: string) =>
      as('chief', 'DELETE', `/registers/${name}/definition?revision=${(await view(name)).revision}`);
    expect((await remove('own-exits')).code).toBe('register.referenced');
    await draft(
      define({ buildingId: null, back: field('back', '返回', { kind: 'reference', references: 'own-drills' }) }),
      'own-exits',
    );
    expect(faultsOf(await publish('own-exits'))).toMatchObject([
      'register.definition-invalid',
      expect.arrayContaining([{ path: 'fields.back', rule: 'reference-circle' }]),
    ]);
    expect((await remove('own-drills')).status).toBe(204);
    expect((await remove('own-exits')).status).toBe(204);
    expect((await as('chief', 'GET', '/registers/own-exits/definition')).code).toBe('not-found');
  });

  test('warn of fields that are there already, with whose they are', async () => {
    const similar = async (label: string) => {
      const { body } = await as('chief', 'GET', `/registers/similar-fields?label=${encodeURIComponent(label)}`);
      return (body as { items: object[] }).items;
    };
    expect(await similar('法人代表')).toMatchObject([{ register: 'organizations', owner: null, changedAt: null }]);
    expect(await similar('消火栓数')).toMatchObject([
      { register: NAME, field: 'hydrants', owner: 'chief', changedAt: expect.any(String) },
    ]);
    expect(await similar('从没有过的栏')).toEqual([]);
  });
});
