import { expect, test } from '@jest/globals';
import type { FieldKind } from '@wangge/contracts';
import { hasShape, isEncrypted, REGISTERS, tableOf } from '@wangge/domain';
import { describeOnBothDatabases } from '../../testing/index.js';
import { writesOf } from './writes-of.js';
import { columnOf, foreignKeyOf, indexColumnOf, isIndexed } from './register-columns.js';

const TYPES: Readonly<Record<FieldKind, string>> = {
  text: 'text',
  'long-text': 'text',
  integer: 'integer',
  number: 'double precision',
  date: 'date',
  boolean: 'boolean',
  instant: 'timestamp with time zone',
  choice: 'text',
  choices: 'text',
  'identity-number': 'text',
  phone: 'text',
  'credit-code': 'text',
  'component-code': 'text',
  reference: 'uuid',
};
const COMMON = {
  district_code: 'text',
  id: 'uuid',
  version: 'integer',
  street_code: 'text',
  community_code: 'text',
  grid_code: 'text',
  created_at: 'timestamp with time zone',
  created_by: 'uuid',
  updated_at: 'timestamp with time zone',
  updated_by: 'uuid',
  deleted_at: 'timestamp with time zone',
  deleted_by: 'uuid',
  changed_xid: 'xid8',
};
const POINT = { lng: 'double precision', lat: 'double precision', geom: 'USER-DEFINED' };

describeOnBothDatabases('the tables of the registers', (getDatabase) => {
  test.each(REGISTERS.map((definition) => [definition.name, definition] as const))(
    'hold each field of %s in a column of its kind, and nothing else',
    async (_, definition) => {
      const expected: Record<string, string> = {
        ...COMMON,
        ...(definition.geometry === 'none' ? {} : POINT),
        ...(hasShape(definition) ? { shape: 'USER-DEFINED' } : {}),
      };
      for (const field of definition.fields) {
        expected[columnOf(field)] = isEncrypted(field) ? 'bytea' : TYPES[field.kind];
        if (isIndexed(definition, field)) expected[indexColumnOf(field)] = 'text';
      }
      const columns = await getDatabase().superuser.query<{ name: string; type: string; required: boolean }>(
        `select column_name as name, data_type as type, is_nullable = 'NO' as required
           from information_schema.columns where table_name = $1`,
        [tableOf(definition)],
      );
      expect(Object.fromEntries(columns.map(({ name, type }) => [name, type]))).toEqual(expected);
      for (const field of definition.fields)
        expect([field.name, columns.find(({ name }) => name === columnOf(field))?.required]).toEqual([
          field.name,
          field.required ?? false,
        ]);
    },
  );

  test('are one each for every definition, and keep its natural key and its references', async () => {
    const names = await getDatabase().superuser.query<{ name: string }>(
      `select relname as name from pg_class where relkind in ('r', 'i') and relname ~ '^register_'
       union all select conname from pg_constraint where contype = 'f' and conname ~ '^register_'`,
    );
    const found = new Set(names.map(({ name }) => name));
    for (const definition of REGISTERS) {
      expect([tableOf(definition), found.has(tableOf(definition))]).toEqual([tableOf(definition), true]);
      expect([writesOf(definition).once, found.has(writesOf(definition).once)]).toEqual([
        writesOf(definition).once,
        definition.naturalKey !== undefined,
      ]);
      for (const field of definition.fields.filter(({ references }) => references))
        expect([foreignKeyOf(definition, field), found.has(foreignKeyOf(definition, field))]).toEqual([
          foreignKeyOf(definition, field),
          true,
        ]);
    }
  });

  test('hold identity numbers and phones encrypted only', () => {
    const personal = REGISTERS.flatMap(({ fields }) => fields).filter(
      ({ kind }) => kind === 'identity-number' || kind === 'phone',
    );
    expect(personal.length).toBeGreaterThan(5);
    for (const field of personal) expect([field.name, isEncrypted(field)]).toEqual([field.name, true]);
  });
});
