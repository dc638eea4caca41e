import { describe, expect, test } from '@jest/globals';
import { FigureKey } from '@wangge/contracts';
import { dateOfDay, dayOf } from '../time/local-day.js';
import { type DayTally, evaluateFigure, FIGURE_KEYS, figureOf, firstDayRead, measuresOf, shareOf } from './figures.js';
import { stageFlows } from './stage-flows.js';

const TODAY = dayOf(Date.parse('2026-06-12T14:30:00+08:00'));
const day = (ago: number) => dateOfDay(TODAY - ago);

function tally(measure: string, ago: number, count: number, more: { soFar?: number; minutes?: number } = {}): DayTally {
  const { soFar = count, minutes = 0 } = more;
  return { measure, day: day(ago), count, minutes, soFar: { count: soFar, minutes: count ? (minutes * soFar) / count : 0 } };
}

describe('a flow', () => {
  const tallies = [
    tally('reported', 0, 5),
    tally('reported', 1, 9, { soFar: 3.4 }),
    tally('reported', 7, 8, { soFar: 6.6 }),
    tally('closed', 0, 2),
  ];

  test('is what happened today, beside yesterday and the week before until the same time of day', () => {
    expect(figureOf('reported', tallies, TODAY)).toMatchObject({ value: 5, yesterday: 3, lastWeek: 7 });
  });

  test('is zero where nothing happened', () => {
    expect(figureOf('closed', tallies, TODAY)).toMatchObject({ value: 2, yesterday: 0, lastWeek: 0 });
  });

  test('has a trend of fourteen whole days, today as it stands', () => {
    expect(figureOf('reported', tallies, TODAY).trend).toEqual([0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 9, 5]);
  });
});

describe('a stock', () => {
  const tallies = [
    tally('in:reported', 40, 10),
    tally('in:reported', 8, -4),
    tally('in:handling', 7, 6, { soFar: 2 }),
    tally('in:handling', 1, -3, { soFar: -1 }),
    tally('in:to-close', 0, 1),
    tally('in:closed', 0, 50),
    tally('overdue:handling', 1, 2, { soFar: 0 }),
  ];

  test('is the sum of all that came and went, until the same time of day before', () => {
    expect(figureOf('open', tallies, TODAY)).toMatchObject({ value: 10, yesterday: 11, lastWeek: 8 });
    expect(figureOf('overdue', tallies, TODAY)).toMatchObject({ value: 2, yesterday: 0, lastWeek: 0 });
  });

  test('has the end of each day as its trend', () => {
    expect(figureOf('open', tallies, TODAY).trend).toEqual([10, 10, 10, 10, 10, 6, 12, 12, 12, 12, 12, 12, 9, 10]);
  });
});

describe('the rate of cases closed on time', () => {
  test('is closed on time by those due, of the month so far', () => {
    const tallies = [tally('judged', 3, 8), tally('closed-on-time', 2, 6), tally('closed', 2, 7), tally('judged', 20, 100)];
    expect(figureOf('on-time-rate', tallies, TODAY)).toMatchObject({ value: 0.75, yesterday: 0.75, lastWeek: null });
  });

  test('is unknown, not zero and not whole, while nothing was due', () => {
    expect(figureOf('on-time-rate', [], TODAY).value).toBeNull();
    expect(shareOf(0, 0)).toBeNull();
  });

  test('is compared in the month of each day', () => {
    const second = TODAY - 10;
    const tallies = [tally('judged', 12, 4), tally('closed-on-time', 12, 1), tally('judged', 10, 2), tally('closed-on-time', 10, 2)];
    expect(day(12)).toBe('2026-05-31');
    expect(figureOf('on-time-rate', tallies, second)).toMatchObject({ value: 1, yesterday: null });
    expect(figureOf('on-time-rate', tallies, second).trend.slice(-3)).toEqual([0.25, null, 1]);
  });

  test('stays within its bounds when cases of an earlier month are opened again', () => {
    expect([shareOf(-1, 4), shareOf(5, 4)]).toEqual([0, 1]);
  });
});

test('handling takes the mean of what was handled in the month', () => {
  const tallies = [tally('handled', 2, 3, { minutes: 600 }), tally('handled', 0, 1, { minutes: 40 })];
  expect(figureOf('handling-minutes', tallies, TODAY)).toMatchObject({ value: 160, yesterday: 200, lastWeek: null });
});

test('every key has its figure, and what is read reaches back to the month in which the trend begins', () => {
  expect([...FIGURE_KEYS].sort()).toEqual([...FigureKey.options].sort());
  expect(firstDayRead(TODAY)).toBe('2026-05-01');
  expect(measuresOf(['on-time-rate', 'reported'])).toEqual({ flows: ['closed-on-time', 'judged', 'reported'], stocks: [] });
  expect(measuresOf(['overdue']).stocks).toContain('overdue:filed');
  expect(measuresOf(['open']).stocks).not.toContain('in:closed');
});

test('a period takes flows from its time and stocks from all time', () => {
  const sums = { during: () => ({ count: 3, minutes: 30 }), ever: () => ({ count: 70, minutes: 0 }) };
  expect(FIGURE_KEYS.map((key) => evaluateFigure(key, sums))).toEqual([3, 3, 70, 70, 1, 10]);
});

test('a stage counts who left it today and who stands in it, over all of its states', () => {
  const tallies = [
    tally('left:accept', 0, 4),
    tally('left:accept', 1, 9),
    tally('in:reported', 30, 2),
    tally('in:verifying', 0, 1),
    tally('overdue:verifying', 0, 1),
    tally('in:assigned', 2, 5),
    tally('in:handling', 2, 7),
    tally('in:suspended', 2, 3),
  ];
  const flows = stageFlows(tallies, day(0));
  expect(flows.map(({ stage }) => stage)).toEqual(['accept', 'dispatch', 'handle', 'check', 'close', 'suspended']);
  expect(flows[0]).toEqual({ stage: 'accept', passed: 4, present: 3, overdue: 1 });
  expect(flows[2]).toEqual({ stage: 'handle', passed: 0, present: 12, overdue: 0 });
  expect(flows[5]?.present).toBe(3);
});
