import { EventStatus } from '@wangge/contracts';
import { describe, expect, test } from '@jest/globals';
import { markSvg } from './status-mark.js';
import { SHAPES_BY_URGENCY, shapeOf, urgencyOf } from './status-shape.js';

describe('the shape of an event', () => {
  test('tells where it stands while time is left', () => {
    expect(shapeOf('reported', 'green')).toBe('waiting');
    expect(shapeOf('handling', 'green')).toBe('progress');
    expect(shapeOf('handled', 'none')).toBe('progress');
    expect(shapeOf('closed', 'none')).toBe('done');
  });

  test('turns with the deadline’s light', () => {
    expect(shapeOf('handling', 'yellow')).toBe('soon');
    expect(shapeOf('reported', 'red')).toBe('overdue');
  });

  test('forgets the light once the event has ended or is suspended', () => {
    expect(shapeOf('closed', 'red')).toBe('done');
    expect(shapeOf('suspended', 'red')).toBe('suspended');
  });

  test('puts the overdue first and the done last', () => {
    expect(urgencyOf('overdue')).toBeLessThan(urgencyOf('soon'));
    expect(SHAPES_BY_URGENCY.at(-1)).toBe('done');
  });

  test('has a drawing for every state', () => {
    for (const status of EventStatus.options) expect(markSvg(shapeOf(status, 'green'))).toContain('</svg>');
  });
});
