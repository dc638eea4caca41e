import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

const css = readFileSync(`${__dirname}/tokens.css`, 'utf8');
const tokensOf = (selector: string) => {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
};
const light = tokensOf(':root');
const wall = { ...light, ...tokensOf('[data-look="wall"]') };

const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const INKS = [
  'ink',
  'ink-2',
  'muted',
  'primary-ink',
  'accent-ink',
  'waiting-ink',
  'progress-ink',
  'soon-ink',
  'overdue-ink',
  'done-ink',
  'suspended-ink',
];

describe.each([
  ['light', light],
  ['wall', wall],
])('on the %s set', (_, tokens) => {
  test.each(INKS)('%s can be read on every ground', (name) => {
    for (const ground of ['surface', 'ground', 'tint']) {
      expect(contrast(tokens[name] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('marks can be told from the surface', () => {
    for (const mark of ['waiting', 'progress', 'soon', 'overdue', 'done', 'suspended']) {
      expect(contrast(tokens[mark] ?? '', tokens.surface ?? '')).toBeGreaterThanOrEqual(3);
    }
  });

  test('words on the primary colour can be read', () => {
    expect(contrast(tokens['on-primary'] ?? '', tokens.primary ?? '')).toBeGreaterThanOrEqual(4.5);
  });
});
