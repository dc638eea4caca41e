import type { Random } from '../grid/index.js';
import { pick } from './demo-steps.js';
import { type DemoBuilding, type DemoContext, type DemoRecord, type DemoSpot, HAZARDS } from './demo-registers-record.js';
import { between, dayBefore, demoCreditCode, demoPhone, personName, roundPoint } from './demo-registers-words.js';

const USES = [
  'residential',
  'residential',
  'residential',
  'residential',
  'mixed',
  'mixed',
  'commercial',
  'office',
  'public',
  'education',
];

/** Four buildings stand in an estate, one after another in the same grid. */
export function makeBuilding(
  context: DemoContext,
  spot: DemoSpot,
  serial: number,
  estate: { name: string; number: number },
  use: string = pick(context.random, USES),
): DemoBuilding {
  const { random } = context;
  const isHome = use === 'residential' || use === 'mixed';
  const floors = between(random, 2, isHome ? 18 : 8);
  const units = isHome ? between(random, 1, 5) : 1;
  const name = `${estate.name}${estate.number}号楼`;
  const address = `${spot.street}${spot.community}${name}`;
  return {
    ...context.born(),
    gridCode: spot.gridCode,
    point: roundPoint(spot),
    address,
    floors,
    units,
    isHome,
    values: {
      code: `${spot.gridCode.slice(0, 12)}${String(serial).padStart(5, '0')}`,
      name,
      estateName: estate.name,
      address,
      use,
      structure: floors > 6 ? '3' : '4',
      builtYear: between(random, 1978, 2021),
      floors,
      basementFloors: floors > 9 ? 1 : 0,
      units,
      dwellings: isHome ? floors * units * 2 : 0,
      floorArea: floors * units * between(random, 180, 260),
      hasLift: floors > 7,
      safetyHazard: pick(random, HAZARDS),
      leaderName: isHome ? personName(random) : null,
      leaderPhone: isHome ? demoPhone(random) : null,
    },
  };
}

/** Classes of the catalogue, each with the department in charge of it. */
const KINDS = [
  ['01001', '供水井盖', '供排水公司'],
  ['01002', '污水井盖', '供排水公司'],
  ['01003', '雨水井盖', '供排水公司'],
  ['01004', '雨水箅子', '供排水公司'],
  ['01010', '热力井盖', '供热公司'],
  ['01037', '路灯', '路灯管理所'],
  ['01046', '户外健身设施', '市政设施维护中心'],
  ['02010', '交通标志牌及标线', '交警大队'],
  ['02014', '交通信号灯', '交警大队'],
  ['02017', '交通护栏', '交警大队'],
  ['03001', '公共厕所', '环卫服务中心'],
  ['03005', '垃圾箱', '环卫服务中心'],
  ['03008', '宣传栏', '环卫服务中心'],
  ['04002', '行道树', '园林绿化处'],
  ['04007', '街头座椅', '园林绿化处'],
] as const;
const STATES = [...Array<string>(17).fill('intact'), 'damaged', 'damaged', 'lost'];

export function makeComponent(
  context: DemoContext,
  spot: DemoSpot,
  serial: number,
  authorities: ReadonlyMap<string, string>,
): DemoRecord {
  const { random, today } = context;
  const [classCode, name, authority] = pick(random, KINDS);
  const state = pick(random, STATES);
  const authorityCode = authorities.get(authority) ?? null;
  return {
    ...context.born(),
    gridCode: spot.gridCode,
    point: roundPoint(spot),
    values: {
      code: `${spot.gridCode.slice(0, 6)}${classCode}${String(serial).padStart(6, '0')}`,
      name,
      state,
      authorityCode,
      authorityName: authority,
      maintainerCode: authorityCode,
      maintainerName: authority,
      initialDate: dayBefore(random, today, 6),
      changedOn: state === 'intact' ? null : dayBefore(random, today, 1),
      dataSource: 'survey',
      accuracy: pick(random, ['A', 'B', 'B', 'C']),
    },
  };
}

/** A code for each department that is in charge of something. */
export const makeAuthorities = (random: Random): ReadonlyMap<string, string> =>
  new Map([...new Set(KINDS.map(([, , authority]) => authority))].map((name) => [name, demoCreditCode(random, '12')]));
