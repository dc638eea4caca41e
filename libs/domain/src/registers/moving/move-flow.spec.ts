import { expect, test } from '@jest/globals';
import { MoveAction, MoveState } from '@wangge/contracts';
import { MOVE_FLOW, moveActions } from './move-flow.js';

const staff = (scope: string) => ({ assignments: [{ role: 'community-staff' as const, scope }] });
const [FROM, TO] = ['230302001001001', '230302002001'];
const asked = { state: 'asked', fromCode: FROM, toCode: TO } as const;

test('the side that takes decides, the side that gives may withdraw, and nobody else does anything', () => {
  expect(moveActions(staff('230302002001'), asked)).toEqual(['accept', 'refuse']);
  expect(moveActions(staff('230302001001'), asked)).toEqual(['withdraw']);
  expect(moveActions(staff('230302'), asked)).toEqual(['accept', 'refuse', 'withdraw']);
  expect(moveActions(staff('230302003001'), asked)).toEqual([]);
  expect(moveActions({ assignments: [{ role: 'grid-worker', scope: '230302' }] }, asked)).toEqual([]);
  // Half of the area it would come to is not the area.
  expect(moveActions(staff('230302002001001'), asked)).toEqual([]);
});

test('every state is reached, and what is decided stays decided', () => {
  const reached = new Set<string>(['asked', ...Object.values(MOVE_FLOW).map(({ to }) => to)]);
  expect([...reached].sort()).toEqual([...MoveState.options].sort());
  expect(Object.keys(MOVE_FLOW).sort()).toEqual([...MoveAction.options].sort());
  for (const state of MoveState.options)
    expect(moveActions(staff('230302'), { ...asked, state }).length > 0).toBe(state === 'asked');
});
