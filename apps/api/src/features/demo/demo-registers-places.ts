import type { FieldValues } from '@wangge/contracts';
import { pick } from './demo-steps.js';
import type { DemoBuilding, DemoContext, DemoRecord, DemoSpot } from './demo-registers-record.js';
import { aroundSpot } from './demo-registers-sky.js';
import { between, dayAfter, dayBefore, demoPhone, personName, placeWord, roundPoint } from './demo-registers-words.js';

const number = (prefix: string, serial: number): string => `${prefix}${String(serial).padStart(5, '0')}`;

export const makeAddress = (context: DemoContext, building: DemoBuilding, serial: number): DemoRecord => ({
  ...context.born(),
  gridCode: building.gridCode,
  point: building.point,
  values: {
    code: number('YSDZ', serial),
    fullAddress: `演示区${building.address}`,
    addressKind: 'building',
    road: `${placeWord(context.random)}路`,
    number: `${between(context.random, 1, 199)}号`,
    placeName: building.values.estateName ?? null,
    buildingId: building.id,
    registeredOn: dayBefore(context.random, context.today, 5),
  },
});

/** One dwelling of a building; some are let. */
export function makeRoom(context: DemoContext, building: DemoBuilding, serial: number): DemoRecord {
  const { random, today } = context;
  const floor = between(random, 1, building.floors);
  const roomUse = pick(random, ['self', 'self', 'self', 'rented', 'rented', 'vacant', 'business']);
  const let_: FieldValues = {
    letUse: 'dwelling',
    letFrom: dayBefore(random, today, 2),
    letTo: dayAfter(random, today, 2),
    tenantName: personName(random),
    tenantPhone: demoPhone(random),
    tenants: between(random, 1, 4),
  };
  return {
    ...context.born(),
    gridCode: building.gridCode,
    point: null,
    values: {
      number: number('YSFW', serial),
      buildingId: building.id,
      unit: `${between(random, 1, building.units)}单元`,
      floor,
      room: `${floor}0${between(random, 1, 2)}室`,
      roomUse,
      floorArea: between(random, 45, 130),
      tenure: 'owned',
      ownerName: personName(random),
      ownerPhone: demoPhone(random),
      ...(roomUse === 'rented' ? let_ : {}),
    },
  };
}

const PLACES = [
  ['shop', '便利店'],
  ['restaurant', '小吃铺'],
  ['lodging', '小旅馆'],
  ['beauty', '理发店'],
  ['internet', '网吧'],
  ['clinic', '诊所'],
  ['workshop', '小作坊'],
  ['school', '托管班'],
] as const;

export function makeSafetyPlace(context: DemoContext, building: DemoBuilding): DemoRecord {
  const { random, today } = context;
  const [placeKind, what] = pick(random, PLACES);
  const hazardLevel = pick(random, ['none', 'none', 'none', 'general', 'larger']);
  const hasHazard = hazardLevel !== 'none';
  return {
    ...context.born(),
    gridCode: building.gridCode,
    point: building.point,
    values: {
      name: placeWord(random) + what,
      placeKind,
      buildingId: building.id,
      address: building.address,
      floorArea: between(random, 20, 180),
      staff: between(random, 1, 8),
      keeperName: personName(random),
      keeperPhone: demoPhone(random),
      equipment: pick(random, ['extinguisher', 'extinguisher,emergency-light', 'extinguisher,smoke,exit-sign']),
      hasLodging: random() < 0.15,
      usesGas: placeKind === 'restaurant',
      safetyHazard: hasHazard ? pick(random, ['fire', 'gas', 'electricity']) : 'none',
      hazardLevel,
      checkedOn: dayBefore(random, today, 1),
      mendedBy: hasHazard ? dayAfter(random, today, 1) : null,
    },
  };
}

export function makeParcel(context: DemoContext, spot: DemoSpot, serial: number): DemoRecord {
  const { random, today } = context;
  return {
    ...context.born(),
    gridCode: spot.gridCode,
    point: roundPoint(spot),
    shape: aroundSpot(spot, between(random, 4, 9) / 10_000),
    values: {
      code: number('YSDK', serial),
      name: `${spot.community}${placeWord(random)}地块`,
      landUse: pick(random, ['05', '07', '07', '08', '10', '12']),
      landRight: pick(random, ['state', 'state', 'collective']),
      holderName: `${placeWord(random)}置业有限公司`,
      areaSize: between(random, 800, 24_000),
      address: `${spot.street}${spot.community}`,
      surveyedOn: dayBefore(random, today, 5),
    },
  };
}

const LINES = [
  ['railway', '铁路专用线', '演示铁路段'],
  ['power', '10 千伏线路', '演示供电公司'],
  ['oil-gas', '中压燃气管线', '演示燃气公司'],
  ['heat', '供热干线', '演示供热公司'],
] as const;

export function makeGuardedLine(context: DemoContext, spot: DemoSpot, serial: number): DemoRecord {
  const { random, today } = context;
  const [lineKind, what, ownerName] = LINES[serial % LINES.length] ?? LINES[0];
  const steps = [-2, -1, 0, 1, 2].map((step) =>
    roundPoint({ lng: spot.lng + step * 0.0009, lat: spot.lat + step * step * 0.0001 }),
  );
  return {
    ...context.born(),
    gridCode: spot.gridCode,
    point: roundPoint(spot),
    shape: { type: 'LineString', coordinates: steps.map(({ lng, lat }) => [lng, lat]) },
    values: {
      code: number('YSXL', serial),
      name: `${spot.community}${what}`,
      lineKind,
      ownerName,
      ownerPhone: demoPhone(random),
      managerName: `${spot.street}派出所（演示）`,
      securityLeadName: personName(random),
      length: between(random, 280, 420),
      hazardLevel: pick(random, ['none', 'none', 'general']),
      patrolledOn: dayBefore(random, today, 1),
    },
  };
}

const LAYERS = [
  ['应急避难场所', 'emergency', '应急避难点'],
  ['便民服务圈', 'service', '便民服务点'],
  ['口袋公园', 'environment', '口袋公园'],
] as const;

export function makeMapFeature(context: DemoContext, spot: DemoSpot, serial: number): DemoRecord {
  const [layer, theme, what] = LAYERS[serial % LAYERS.length] ?? LAYERS[0];
  const at = roundPoint(spot);
  return {
    ...context.born(),
    gridCode: spot.gridCode,
    point: at,
    shape: theme === 'environment' ? aroundSpot(spot, 0.0005) : { type: 'Point', coordinates: [at.lng, at.lat] },
    values: {
      name: `${spot.community}${what}`,
      layer,
      theme,
      source: '演示数据',
      validFrom: dayBefore(context.random, context.today, 1),
    },
  };
}
