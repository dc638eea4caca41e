import type { Shape } from '@wangge/contracts';
import type { DemoContext, DemoRecord, DemoSpot } from './demo-registers-record.js';
import { between, dayBefore, demoPhone, instantBefore, roundPoint } from './demo-registers-words.js';

const STATIONS = [
  ['weather', '气象观测站', '演示区气象局'],
  ['air', '空气质量监测站', '演示区生态环境局'],
  ['water', '雨量水位站', '演示区应急管理局'],
] as const;

export interface DemoStation extends DemoRecord {
  readonly kind: (typeof STATIONS)[number][0];
}

export function makeStation(context: DemoContext, spot: DemoSpot, serial: number): DemoStation {
  const { random, today } = context;
  const [kind, name, operatorName] = STATIONS[serial % STATIONS.length] ?? STATIONS[0];
  return {
    ...context.born(),
    kind,
    gridCode: spot.gridCode,
    point: roundPoint(spot),
    values: {
      code: `YSZ${String(serial).padStart(4, '0')}`,
      name: `${spot.community}${name}`,
      stationKind: kind,
      operatorName,
      maintainerPhone: demoPhone(random),
      elevation: between(random, 210, 320),
      installedOn: dayBefore(random, today, 6),
      state: random() < 0.85 ? 'running' : 'faulty',
    },
  };
}

/** What the station measures, hour by hour before the demo begins. */
export function makeReadings(context: DemoContext, station: DemoStation, count: number): DemoRecord[] {
  const { random } = context;
  return Array.from({ length: count }, (_, hour) => {
    const measuredAt = instantBefore(context, hour * 60);
    return {
      ...context.born(),
      gridCode: station.gridCode,
      point: null,
      values: {
        number: `${String(station.values.code)}-${measuredAt.slice(0, 16).replace(/\D/g, '')}`,
        stationId: station.id,
        measuredAt,
        source: 'device',
        ...MEASURED[station.kind](random),
      },
    };
  });
}

const tenths = (random: () => number, least: number, most: number): number => between(random, least * 10, most * 10) / 10;

const MEASURED: Readonly<Record<DemoStation['kind'], (random: () => number) => Record<string, number>>> = {
  weather: (random) => ({
    temperature: tenths(random, 12, 26),
    humidity: between(random, 35, 90),
    windSpeed: tenths(random, 0, 9),
    windDirection: between(random, 0, 359),
    precipitation: random() < 0.8 ? 0 : tenths(random, 0, 8),
  }),
  air: (random) => ({
    aqi: between(random, 25, 110),
    fineParticles: between(random, 8, 60),
    coarseParticles: between(random, 15, 95),
  }),
  water: (random) => ({ precipitation: random() < 0.8 ? 0 : tenths(random, 0, 8), waterLevel: tenths(random, 228, 231) }),
};

const WARNINGS = [
  ['rainstorm', 'yellow', '暴雨黄色预警'],
  ['gale', 'blue', '大风蓝色预警'],
  ['flood', 'orange', '低洼路段内涝橙色预警'],
  ['heat', 'yellow', '高温黄色预警'],
  ['fog', 'yellow', '大雾黄色预警'],
  ['road-icing', 'yellow', '道路结冰黄色预警'],
] as const;

export function makeWarning(context: DemoContext, spot: DemoSpot, serial: number): DemoRecord {
  const { random } = context;
  const [warningKind, level, what] = WARNINGS[serial % WARNINGS.length] ?? WARNINGS[0];
  const issuedAt = instantBefore(context, serial * 1700 + between(random, 10, 300));
  const validTo = new Date(Date.parse(issuedAt) + between(random, 12, 48) * 3_600_000).toISOString();
  return {
    ...context.born(),
    gridCode: spot.gridCode,
    point: roundPoint(spot),
    shape: aroundSpot(spot, 0.004),
    values: {
      title: `【演示】${spot.community}${what}`,
      warningKind,
      level,
      issuer: '演示区气象台',
      issuedAt,
      validFrom: issuedAt,
      validTo,
      content: `预计未来数小时${spot.street}${spot.community}一带将受影响，请注意防范。（演示数据）`,
      advice: '检查排水口和户外搭建物，提醒独居老人减少外出。',
    },
  };
}

/** Eight corners around a spot, so many degrees away. */
export function aroundSpot({ lng, lat }: DemoSpot, degrees: number): Shape {
  const ring = Array.from({ length: 8 }, (_, corner) => {
    const angle = (corner * Math.PI) / 4;
    const at = roundPoint({ lng: lng + degrees * Math.cos(angle), lat: lat + degrees * 0.7 * Math.sin(angle) });
    return [at.lng, at.lat];
  });
  return { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] };
}
