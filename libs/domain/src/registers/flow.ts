import type { FlowAction, Permission } from '@wangge/contracts';
import type { RegisterDefinition } from './definition.js';

/** The actions that lead on from a state, of those that somebody may take. The server and the buttons ask this. */
export function openActions(
  { flow }: Pick<RegisterDefinition, 'flow'>,
  state: unknown,
  may: (permission: Permission) => boolean,
): readonly FlowAction[] {
  return flow?.actions.filter(({ from, permission }) => from.includes(String(state)) && may(permission)) ?? [];
}

/** What is wrong with a flow itself, in words for whoever defines one; empty where it is whole. */
export function flowFaults({ flow, fields }: Pick<RegisterDefinition, 'flow' | 'fields'>): string[] {
  if (!flow) return [];
  const states =
    fields.find(({ name, kind }) => name === flow.field && kind === 'choice')?.choices?.map(({ code }) => code) ?? [];
  const known = new Set(fields.map(({ name }) => name));
  const reached = statesReached(flow.initial, flow.actions);
  return [
    ...[flow.initial, ...flow.actions.flatMap(({ from, to }) => [...from, to])]
      .filter((state) => !states.includes(state))
      .map((state) => `no state ${state}`),
    ...states.filter((state) => !reached.has(state)).map((state) => `${state} is never reached`),
    ...flow.actions.flatMap(({ name, asks, requires, clears = [] }) => [
      ...[...asks, ...requires, ...clears]
        .filter((field) => !known.has(field) || field === flow.field)
        .map((field) => `${name} asks for ${field}`),
      ...requires.filter((field) => !asks.includes(field)).map((field) => `${name} requires ${field} without asking for it`),
    ]),
  ];
}

function statesReached(initial: string, actions: readonly FlowAction[]): ReadonlySet<string> {
  const reached = new Set([initial]);
  // Each action leads to one state, so that nothing new is found after as many rounds as there are actions.
  for (let round = 0; round < actions.length; round++)
    for (const { from, to } of actions) if (from.some((state) => reached.has(state))) reached.add(to);
  return reached;
}
