import { latestExpiry, TAG_KINDS } from '@wangge/domain';
import type { SeedTag } from '../registers/index.js';
import { demoId } from './demo-id.js';
import type { DemoRecord } from './demo-registers-record.js';
import { seededRandom } from '../grid/index.js';

/** Kinds of care tags that a grown-up may have whatever else is known of him, and every how many residents. */
const EVERY: readonly (readonly [kind: string, every: number])[] = [
  ['low-income', 35],
  ['disabled', 50],
  ['preferential', 70],
  ['serious-illness', 110],
];
const ONE_SPECIAL_IN = 180;
const SPECIAL = TAG_KINDS.filter(({ group }) => group === 'special').map(({ code }) => code);
const RETIRED = 65;
const ADULT = 18;

/** Tags of made-up residents: whom to help, and a few whom hardly anybody may know of. The same for the same residents. */
export function makeTags(residents: readonly DemoRecord[], today: string): SeedTag[] {
  const random = seededRandom(`tags/${today}`);
  return residents.flatMap((resident, index) => {
    const age = Number(today.slice(0, 4)) - Number(String(resident.values.birthDate).slice(0, 4));
    return kindsFor(resident, age, index).flatMap((code) => {
      const kind = TAG_KINDS.find((each) => each.code === code);
      if (!kind) return [];
      const source = kind.group === 'special' ? '演示决定书' : '社区入户核实（演示数据）';
      return [
        {
          id: demoId(random, resident.at),
          recordId: resident.id,
          gridCode: resident.gridCode,
          group: kind.group,
          content: { kind: code, source, note: null },
          since: resident.at.slice(0, 10),
          expiresOn: latestExpiry(kind, today),
          at: resident.at,
        },
      ];
    });
  });
}

function kindsFor({ values }: DemoRecord, age: number, index: number): readonly string[] {
  const kinds: string[] = [];
  if (age >= RETIRED && values.livesAlone === true) kinds.push('elder-alone');
  if (age < ADULT) return kinds;
  for (const [kind, every] of EVERY) if (index % every === 0) kinds.push(kind);
  const special = SPECIAL[Math.floor(index / ONE_SPECIAL_IN) % SPECIAL.length];
  if (special !== undefined && special !== 'youth-attention' && index % ONE_SPECIAL_IN === 0) kinds.push(special);
  return kinds;
}
