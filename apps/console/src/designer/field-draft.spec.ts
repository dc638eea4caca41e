import { describe, expect, test } from '@jest/globals';
import { FieldKind } from '@wangge/contracts';
import { definitionFaults } from '@wangge/domain';
import { firstDefinition, mayFilter, maySort, moved, newField, searchesOf, withClass, withField, withKind, withoutField } from './field-draft';

const own = firstDefinition('消防重点单位', 'Fire-safety key units');
const add = (definition = own) => ({ ...definition, fields: [...definition.fields, newField(definition.fields)] });

describe('the draft of a definition', () => {
  test('begins with a register that could be published', () => {
    expect(definitionFaults('own-fire-units', own, [])).toEqual([]);
  });

  test('gives each new field a name of its own', () => {
    const three = add(add(add(withoutField(add(add()), 1))));
    expect(new Set(three.fields.map(({ name }) => name)).size).toBe(three.fields.length);
  });

  test.each(FieldKind.options)('offers a field of the kind %s nothing that is refused', (kind) => {
    for (const dataClass of ['L1', 'L2', 'L3', 'L4'] as const) {
      const field = withClass(withKind({ ...newField([]), name: 'other', label: { zh: '另', en: 'Other' } }, kind), dataClass);
      for (const search of searchesOf(field)) {
        const chosen = { ...field, search, filter: mayFilter(field), sort: maySort(field) };
        const rules = definitionFaults('own-fire-units', { ...own, fields: [...own.fields, chosen] }, []).map(({ rule }) => rule);
        expect(rules.filter((rule) => /misplaced|masked|sensitive-prefix/.test(rule))).toEqual([]);
      }
    }
  });

  test('takes a new name along to what is named after the field, and a removed one away', () => {
    const keyed = { ...own, naturalKey: ['unitName'] };
    const [title] = own.fields;
    if (!title) throw new Error('no field');
    const renamed = withField(keyed, 0, { ...title, name: 'called' });
    expect([renamed.titleField, renamed.naturalKey]).toEqual(['called', ['called']]);
    expect(withoutField(keyed, 0)).toMatchObject({ titleField: null, naturalKey: [], fields: [] });
  });

  test('moves a field by one place, and no further than the end', () => {
    const two = add();
    const names = (definition: typeof own) => definition.fields.map(({ name }) => name);
    expect(names(moved(two, 0, 1))).toEqual(names(two).reverse());
    expect(names(moved(two, 0, -1))).toEqual(names(two));
    expect(names(moved(two, 1, 1))).toEqual(names(two));
  });
});
