import { describe, expect, test } from '@jest/globals';
import { RegisterView } from '@wangge/contracts';
import { findRegister, REGISTERS } from './catalogue.js';
import { ROLE_PERMISSIONS } from '../access/roles.js';
import { isBySystem, isEncrypted, isShownMasked, snakeCase } from './definition.js';
import { flowFaults } from './flow.js';
import { toRegisterView } from './view.js';

const fields = REGISTERS.flatMap((register) =>
  register.fields.map((field) => ({ ...field, at: `${register.name}.${field.name}`, register })),
);

describe('the registers', () => {
  test('have names of their own, and are found by them', () => {
    expect(new Set(REGISTERS.map(({ name }) => name)).size).toBe(REGISTERS.length);
    for (const register of REGISTERS) expect(findRegister(register.name)).toBe(register);
    expect(findRegister('toString')).toBeUndefined();
  });

  test('fit the contract, with names used once', () => {
    const viewer = { assignments: [{ role: 'community-staff' as const, scope: '230302004002' }] };
    for (const register of REGISTERS) {
      const view = toRegisterView(register, viewer);
      expect(RegisterView.parse(view)).toEqual(view);
      expect(view).toMatchObject({ mayWrite: true, mayReveal: true, mayDelete: true });
      expect(new Set(register.fields.map(({ name }) => snakeCase(name))).size).toBe(register.fields.length);
    }
  });

  test('let nobody do more than his roles say', () => {
    const [register] = REGISTERS;
    if (!register) throw new Error('no register');
    const views = (['grid-worker', 'leader'] as const).map((role) =>
      toRegisterView(register, { assignments: [{ role, scope: '230302' }] }),
    );
    expect(views.map(({ mayWrite, mayReveal, mayDelete }) => [mayWrite, mayReveal, mayDelete])).toEqual([
      [true, false, false],
      [false, false, false],
    ]);
  });

  test('are called by a required field of theirs, shown in the list', () => {
    for (const { titleField, fields } of REGISTERS) {
      expect(fields.find(({ name }) => name === titleField)).toMatchObject({ required: true, inList: true, kind: 'text' });
    }
  });

  test('are told apart by fields one can search for', () => {
    const keys = REGISTERS.flatMap((register) =>
      (register.naturalKey ?? []).map((key) => register.fields.find(({ name }) => name === key)),
    );
    expect(keys.length).toBeGreaterThan(9);
    for (const key of keys) expect(['exact', 'prefix']).toContain(key?.search);
  });

  test('point only at registers that stand before them, so never in a circle', () => {
    const order = REGISTERS.map(({ name }) => name);
    const references = fields.filter(({ kind }) => kind === 'reference');
    expect(references.length).toBeGreaterThanOrEqual(5);
    for (const { at, references: target, register } of references) {
      expect([at, order.indexOf(target ?? '')]).toEqual([at, expect.any(Number)]);
      expect(order.indexOf(target ?? '')).toBeGreaterThanOrEqual(0);
      expect(order.indexOf(target ?? '')).toBeLessThan(order.indexOf(register.name));
    }
  });
});

describe('every flow', () => {
  const flows = REGISTERS.flatMap((register) => (register.flow ? [{ register, flow: register.flow }] : []));

  test('reaches each of its states, and asks for fields that are there', () => {
    expect(flows.length).toBeGreaterThan(1);
    for (const { register } of flows) expect([register.name, flowFaults(register)]).toEqual([register.name, []]);
  });

  test('has a permission for each action that some role holds', () => {
    const granted = new Set<string>(Object.values(ROLE_PERMISSIONS).flat());
    for (const { register, flow } of flows)
      for (const { name, permission } of flow.actions)
        expect([register.name, name, granted.has(permission)]).toEqual([register.name, name, true]);
  });

  test('keeps its state for itself', () => {
    for (const { register, flow } of flows) {
      const field = register.fields.find(({ name }) => name === flow.field);
      expect(field && isBySystem(register, field)).toBe(true);
      expect(new Set(flow.actions.map(({ name }) => name)).size).toBe(flow.actions.length);
    }
  });
});

describe('every field', () => {
  test('that is shown for some only, or is a sum, names fields that are there', () => {
    for (const { at, shownWhen, sumOf, register } of fields) {
      if (shownWhen) {
        const deciding = register.fields.find(({ name }) => name === shownWhen.field);
        expect([at, shownWhen.is.filter((code) => !deciding?.choices?.some((choice) => choice.code === code))]).toEqual([at, []]);
      }
      if (sumOf) {
        const from = findRegister(sumOf.register)?.fields ?? [];
        expect([at, from.find(({ name }) => name === sumOf.by)?.references]).toEqual([at, register.name]);
        expect(['integer', 'number']).toContain(from.find(({ name }) => name === sumOf.field)?.kind);
      }
    }
  });

  test.each(fields.map((field) => [field.at, field] as const))('%s is whole', (_, field) => {
    expect(field.name).toMatch(/^[a-z][a-zA-Z]*$/);
    expect(field.label.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(field.label.en).toMatch(/^[A-Z]/);
    expect(field.kind === 'choice' || field.kind === 'choices').toBe(field.choices !== undefined);
    if (field.kind === 'choices') expect(isEncrypted(field)).toBe(false);
    expect(field.kind === 'reference').toBe(field.references !== undefined);
    expect(isShownMasked(field)).toBe(field.mask !== undefined);
    if (field.search === 'prefix') expect(['text', 'component-code']).toContain(field.kind);
    if (field.filter) expect(['text', 'long-text']).not.toContain(field.kind);
  });

  test('that is sensitive is searched by its whole value only', () => {
    for (const { at, dataClass, search } of fields)
      if (dataClass === 'L4') expect([at, search ?? 'exact']).toEqual([at, 'exact']);
  });

  test('that is masked neither sorts nor filters: a range would tell what the mask hides', () => {
    for (const field of fields)
      if (isShownMasked(field)) expect([field.at, field.filter, field.sort]).toEqual([field.at, undefined, undefined]);
  });

  test('that holds an identity number, a phone or a word on health is sensitive', () => {
    const sensitive = fields.filter(
      ({ kind, name }) => kind === 'identity-number' || kind === 'phone' || name.startsWith('health'),
    );
    expect(sensitive.length).toBeGreaterThanOrEqual(9);
    for (const { at, dataClass } of sensitive) expect([at, dataClass]).toEqual([at, 'L4']);
  });

  test('of a choice has codes used once and words in both languages', () => {
    for (const { at, choices = [] } of fields) {
      expect([at, new Set(choices.map(({ code }) => code)).size]).toEqual([at, choices.length]);
      for (const { label } of choices)
        expect(label).toEqual({ zh: expect.stringMatching(/./), en: expect.stringMatching(/^[A-Z]/) });
    }
  });
});
