import { expect, test } from '@jest/globals';
import type { SearchFound } from '@wangge/contracts';
import { optionsOf } from './search-options';

const NAMES = { district: '甲区', street: '乙街道', community: '丙社区', grid: '第1网格' };
const WORDS = { labelOf: ({ zh }: { zh: string }) => zh, events: '事件', grids: '网格' };
const hit = (id: string) => ({ id, title: '乾*水', by: { label: { zh: '姓名', en: 'Name' }, value: '乾*水' }, names: NAMES });

const FOUND: SearchFound = {
  registers: [
    {
      register: 'residents',
      label: { zh: '人口', en: 'Residents' },
      total: 100,
      totalIs: 'atLeast',
      items: [hit('a'), hit('b')],
    },
    { register: 'households', label: { zh: '家庭', en: 'Households' }, total: 1, totalIs: 'exact', items: [hit('c')] },
  ],
  events: { total: 0, totalIs: 'exact', items: [] },
  grids: [],
};

test('a group that shows only some of what was found ends with the way to all of it', () => {
  const options = optionsOf(FOUND, WORDS);
  expect(options.map(({ group, kind, key }) => `${group} ${kind} ${key}`)).toEqual([
    '人口 record a',
    '人口 record b',
    '人口 all all residents',
    '家庭 record c',
  ]);
  expect(options[2]).toMatchObject({ total: 100, atLeast: true });
});
