import { expect, test } from '@jest/globals';
import { EventAction } from '@wangge/contracts';
import { nextStep, otherSteps } from './next-step';

test('a desk files before it refuses', () => {
  expect(nextStep(['reject', 'merge', 'file', 'send-verify'])).toBe('file');
  expect(otherSteps(['reject', 'merge', 'file'])).toEqual(['reject', 'merge']);
});

test('a checker’s main button is the passed check', () => {
  expect(nextStep(['check-fail', 'check-pass'])).toBe('check-pass');
});

test('what takes an event back is never the main button', () => {
  const backwards: EventAction[] = ['reject', 'merge', 'return', 'suspend', 'check-fail', 'reopen', 'withdraw', 'send-verify'];
  expect(nextStep(backwards)).toBeUndefined();
  expect(otherSteps(backwards)).toEqual(backwards);
});
