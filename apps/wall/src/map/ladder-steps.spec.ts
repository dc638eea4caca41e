import { describe, expect, test } from '@jest/globals';
import { ladderSteps } from './ladder-steps';

const path = [
  { code: '230302', name: '鸡冠区' },
  { code: '230302004', name: '东风街道' },
  { code: '230302004001', name: '四海居社区居民委员会' },
  { code: '230302004001002', name: '四海居社区第2网格' },
];
const totals = { district: 1, street: 9, community: 35, grid: 1412, worker: 468 } as const;
const levels = (['district', 'street', 'community', 'grid', 'worker'] as const).map((level) => ({ level, total: totals[level] }));

describe('the ladder', () => {
  test('counts everything below a district', () => {
    const steps = ladderSteps({ path: path.slice(0, 1), level: 'district', levels });
    expect(steps.map(({ value }) => value)).toEqual(['鸡冠区', '9', '35', '1,412', '468']);
    expect(steps.map(({ place }) => place)).toEqual(['above', 'next', 'below', 'below', 'below']);
  });

  test('names the way up though the totals begin at the node shown', () => {
    const steps = ladderSteps({ path, level: 'grid', levels: levels.slice(3) });
    expect(steps.map(({ value }) => value)).toEqual(['鸡冠区', '东风街道', '四海居社区', '第2网格', '468']);
    expect(steps.map(({ code }) => code)).toEqual(['230302', '230302004', '230302004001', '230302004001002', undefined]);
  });

  test('begins where the viewer’s own area begins', () => {
    const steps = ladderSteps({ path: path.slice(1, 2), level: 'street', levels: levels.slice(1) });
    expect(steps.map(({ value }) => value)).toEqual(['东风街道', '35', '1,412', '468']);
  });

  test('shows a dash for what nobody has counted', () => {
    expect(
      ladderSteps({ path: path.slice(0, 2), level: 'street', levels: [] })
        .map(({ value }) => value)
        .slice(2),
    ).toEqual(['–', '–', '–']);
  });
});
