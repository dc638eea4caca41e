import { describe, expect, test } from '@jest/globals';
import { attributionOf } from './base-map.js';
import { escapeHtml } from './escape-html.js';
import { lengthText, roundLength } from './round-length.js';
import { textWidth } from './text-width.js';

describe('measures and words on the map', () => {
  test('a scale bar has a round length in the unit people say', () => {
    expect([1, 3, 49, 120, 730, 2400, 7200].map(roundLength)).toEqual([1, 2, 20, 100, 500, 2000, 5000]);
    expect(roundLength(Number.NaN)).toBe(0);
    expect(lengthText(500, { metres: '米', kilometres: '公里' })).toBe('500 米');
    expect(lengthText(2000, { metres: '米', kilometres: '公里' })).toBe('2 公里');
  });

  test('the foot shows the approval number of a base map, and is empty without anything to say', () => {
    const base = {
      layer: () => {
        throw new Error('not drawn here');
      },
      source: '天地图',
      approval: 'GS(2024)0000号',
    };
    expect(attributionOf(base, '网格为示意', '审图号')).toBe('网格为示意 · 天地图 · 审图号 GS(2024)0000号');
    expect(attributionOf(undefined, undefined, '审图号')).toBe('');
  });

  test('names cannot bring markup', () => {
    expect(escapeHtml(`<img src=x onerror='a'>&"`)).toBe('&lt;img src=x onerror=&#39;a&#39;&gt;&amp;&quot;');
  });

  test('a Chinese character takes its full width', () => {
    expect(textWidth('向阳街道', 18)).toBe(72);
    expect(textWidth('ab', 10)).toBe(12);
  });
});
