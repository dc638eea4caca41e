import { describe, expect, test } from '@jest/globals';
import type { MatterClass } from '@wangge/contracts';
import { suggestClasses } from './suggest-classes';

const NAMES = [
  '供水井盖异常',
  '污水井盖异常',
  '雨水井盖异常',
  '路灯异常',
  '暴露垃圾',
  '积存垃圾渣土',
  '焚烧垃圾、树叶',
  '道路破损',
  '沙(河)滩不洁',
  '非法小广告',
];
const classes: MatterClass[] = NAMES.map((name, index) => ({
  code: String(1001 + index).padStart(5, '0'),
  name,
  majorCode: '01',
  majorName: '市政公用设施类',
  alias2013: null,
  origin: 'standard',
  retired: false,
}));
const names = (text: string) => suggestClasses(text, classes).map(({ matter }) => matter.name);

describe('from what a worker says', () => {
  test('the class named comes first, its relatives after it', () => {
    expect(names('路口雨水井盖没了，孩子上学走这儿')).toEqual(['雨水井盖异常', '供水井盖异常', '污水井盖异常']);
  });

  test('a name said in full is sure', () => {
    expect(suggestClasses('桥头暴露垃圾一堆', classes)[0]).toMatchObject({ matter: { name: '暴露垃圾' }, share: 1 });
    expect(suggestClasses('楼下有垃圾', classes)[0]?.share).toBeLessThan(1);
  });

  test('list commas and brackets of the catalogue do not stand in the way', () => {
    expect(names('有人焚烧垃圾树叶')[0]).toBe('焚烧垃圾、树叶');
    expect(names('河边沙滩不洁')[0]).toBe('沙(河)滩不洁');
  });

  test('nothing is suggested for words that name no class', () => {
    expect(names('')).toEqual([]);
    expect(names('邻居夜里太吵')).toEqual([]);
  });
});
