import { pick } from './demo-steps.js';
import type { DemoBuilding, DemoContext, DemoRecord, DemoSpot } from './demo-registers-record.js';
import { between, dayAfter, dayBefore, demoPhone, personName, roundPoint } from './demo-registers-words.js';

const number = (prefix: string, serial: number): string => `${prefix}${String(serial).padStart(5, '0')}`;

export function makeCamera(context: DemoContext, spot: DemoSpot, serial: number): DemoRecord {
  const { random, today } = context;
  return {
    ...context.born(),
    gridCode: spot.gridCode,
    point: roundPoint(spot),
    values: {
      code: number('YSJK', serial),
      name: `${spot.community}${pick(random, ['东门', '西门', '广场', '路口', '停车场', '学校门前'])}${serial}号点位`,
      cameraKind: pick(random, ['bullet', 'bullet', 'dome', 'vehicle', 'high']),
      builtBy: pick(random, ['police', 'public', 'public', 'private']),
      ownerName: `${spot.community}居委会`,
      contactPhone: demoPhone(random),
      direction: pick(random, ['朝东', '朝南', '朝西', '朝北', '全向']),
      height: between(random, 3, 12),
      hasNightVision: random() < 0.8,
      isNetworked: random() < 0.75,
      storageDays: pick(random, [30, 30, 90]),
      installedOn: dayBefore(random, today, 8),
      state: pick(random, ['running', 'running', 'running', 'running', 'faulty', 'stopped']),
    },
  };
}

const SUPPLIES = [
  ['flood', '编织袋', '条', 500],
  ['flood', '抽水泵', '台', 4],
  ['fire', '灭火器', '具', 40],
  ['snow', '融雪剂', '袋', 120],
  ['snow', '推雪板', '把', 60],
  ['medical', '医用口罩', '只', 3000],
  ['living', '棉被', '床', 50],
  ['rescue', '应急照明灯', '个', 20],
] as const;

export function makeSupply(context: DemoContext, spot: DemoSpot, serial: number): DemoRecord {
  const { random, today } = context;
  const [supplyKind, name, unit, usual] = pick(random, SUPPLIES);
  return {
    ...context.born(),
    gridCode: spot.gridCode,
    point: roundPoint(spot),
    values: {
      code: number('YSWZ', serial),
      name,
      supplyKind,
      quantity: between(random, Math.ceil(usual / 4), usual),
      unit,
      leastQuantity: Math.ceil(usual / 3),
      warehouse: `${spot.community}应急物资点`,
      bestBefore: dayAfter(random, today, 3),
      countedOn: dayBefore(random, today, 1),
      keeperName: personName(random),
      keeperPhone: demoPhone(random),
    },
  };
}

export function makeDevice(context: DemoContext, building: DemoBuilding, serial: number): DemoRecord {
  const { random, today } = context;
  const [deviceKind, name] = pick(random, [
    ['smoke', '独立烟感'],
    ['gas', '燃气报警器'],
    ['call', '一键呼叫器'],
    ['door', '单元门禁'],
  ] as const);
  return {
    ...context.born(),
    gridCode: building.gridCode,
    point: building.point,
    values: {
      code: number('YSSB', serial),
      name: `${String(building.values.name)}${name}`,
      deviceKind,
      buildingId: building.id,
      network: pick(random, ['nb-iot', 'lora', 'wired']),
      maintainerName: '演示物联网服务有限公司',
      maintainerPhone: demoPhone(random),
      installedOn: dayBefore(random, today, 4),
      checkedOn: dayBefore(random, today, 1),
      state: pick(random, ['running', 'running', 'running', 'running', 'faulty']),
    },
  };
}
