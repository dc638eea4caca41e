import type { ActOnEvent } from '@wangge/contracts';
import type { Actor, StepContext } from '@wangge/domain';
import type { Random } from '../grid/index.js';

export type Command = { [A in ActOnEvent['action']]: Omit<Extract<ActOnEvent, { action: A }>, 'version' | 'commandId'> }[ActOnEvent['action']];

/** What comes next after the instant of the last step; undefined ends the story. */
export type Step = (last: string) =>
  | {
      readonly command: Command;
      readonly actor: Actor;
      readonly at: string;
      readonly more?: Partial<StepContext>;
      /** The story goes on without it where a rule says no. */
      readonly optional?: true;
    }
  | undefined;

export function after(random: Random, least: number, most: number, actor: Actor, command: Command, more: Partial<StepContext> = {}): Step {
  const minutes = between(random, least, most);
  return (last) => ({ command, actor, at: shift(last, minutes), more });
}

export const optional = (step: Step): Step => (last) => {
  const next = step(last);
  return next && { ...next, optional: true };
};

export const between = (random: Random, least: number, most: number) => least + random() * (most - least);
export const shift = (instant: string, minutes: number) => new Date(Date.parse(instant) + Math.round(minutes * 60) * 1000).toISOString();
export const pick = <T>(random: Random, items: readonly T[]): T => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
};
