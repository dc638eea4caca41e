import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { REGISTERS } from '../catalogue.js';
import { ROLE_PERMISSIONS } from '../../access/roles.js';
import { toRegisterView } from '../view.js';
import { findTagKind, TAG_KINDS, TAG_PERMISSIONS } from './tag-kinds.js';
import { latestExpiry, tagFaults, tagState } from './tag-rules.js';

const day = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2098-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const kind = fc.constantFrom(...TAG_KINDS);
const residents = REGISTERS.find(({ name }) => name === 'residents');
if (!residents) throw new Error('no residents');

describe('a tag', () => {
  test('holds to the end of its last day, and not a day longer, unless it was ended', () => {
    expect(tagState({ expiresOn: '2026-06-12', isEnded: false }, '2026-06-12')).toBe('valid');
    expect(tagState({ expiresOn: '2026-06-12', isEnded: false }, '2026-06-13')).toBe('expired');
    fc.assert(
      fc.property(day, day, fc.boolean(), (expiresOn, today, isEnded) => {
        expect(tagState({ expiresOn, isEnded }, today) === 'valid').toBe(!isEnded && today <= expiresOn);
      }),
    );
  });

  test('has to be confirmed anew in as many months as its kind says, counted by the calendar', () => {
    expect(latestExpiry({ months: 6 }, '2026-08-31')).toBe('2027-02-28');
    expect(latestExpiry({ months: 12 }, '2024-02-29')).toBe('2025-02-28');
    fc.assert(
      fc.property(kind, day, (one, today) => {
        const last = latestExpiry(one, today);
        const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(months(last) - months(today)).toBe(one.months);
        expect(tagFaults(one, { since: today, expiresOn: last }, today)).toEqual([]);
      }),
    );
  });

  test('that begins in the future, is over already or holds too long is refused by the day at fault', () => {
    fc.assert(
      fc.property(kind, day, day, day, (one, since, expiresOn, today) => {
        const fields = tagFaults(one, { since, expiresOn }, today).map(({ field }) => field);
        expect(fields.includes('since')).toBe(since > today);
        expect(fields.includes('expiresOn')).toBe(expiresOn < today || expiresOn > latestExpiry(one, today));
      }),
    );
  });
});

describe('the kinds of tags', () => {
  test('have codes of their own, words in both languages and a ground', () => {
    expect(new Set(TAG_KINDS.map(({ code }) => code)).size).toBe(TAG_KINDS.length);
    for (const { code, label, ground } of TAG_KINDS) {
      expect(findTagKind(code)?.label).toEqual(label);
      for (const words of [label, ground]) expect([words.zh, words.en]).toEqual([expect.stringMatching(/[\u4e00-\u9fff]/), expect.stringMatching(/^[A-Z]/)]);
    }
  });

  test('are shown to whoever may read their group, and no others', () => {
    const shown = (role: keyof typeof ROLE_PERMISSIONS) =>
      toRegisterView(residents, { assignments: [{ role, scope: '230302' }] }).tagKinds;
    expect(new Set(shown('grid-worker').map(({ group, mayWrite }) => `${group} ${mayWrite}`))).toEqual(new Set(['care false']));
    expect(new Set(shown('community-staff').map(({ group, mayWrite }) => `${group} ${mayWrite}`))).toEqual(new Set(['care true']));
    expect(new Set(shown('safety-officer').map(({ group, mayWrite }) => `${group} ${mayWrite}`))).toEqual(
      new Set(['care false', 'special true']),
    );
    expect(shown('leader')).toEqual([]);
  });

  test('of the special groups are one role’s alone to read and to set', () => {
    for (const permission of Object.values(TAG_PERMISSIONS.special)) {
      const holders = Object.entries(ROLE_PERMISSIONS).filter(([, held]) => held.some((each) => each === permission));
      expect(holders.map(([role]) => role)).toEqual(['safety-officer']);
    }
  });
});
