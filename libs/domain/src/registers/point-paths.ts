import type { FieldDefinition, RegisterDefinition } from './definition.js';

/** References to follow, one after the other, to a register whose records have a spot of their own. */
export type PointPath = readonly { readonly field: FieldDefinition; readonly target: RegisterDefinition }[];

const LONGEST = 2;

/** How records without a spot of their own are found on a map: by their building, else by that of their household. Shortest first. */
export function pointPaths(
  definition: RegisterDefinition,
  find: (name: string) => RegisterDefinition | undefined,
  length = LONGEST,
): PointPath[] {
  if (length === 0) return [];
  const steps = definition.fields.flatMap((field) => {
    const target = field.references === undefined ? undefined : find(field.references);
    return target ? [{ field, target }] : [];
  });
  const direct = steps.filter(({ target }) => target.geometry !== 'none').map((step): PointPath => [step]);
  const further = steps
    .filter(({ target }) => target.geometry === 'none')
    .flatMap((step) => pointPaths(step.target, find, length - 1).map((path): PointPath => [step, ...path]));
  return [...direct, ...further];
}
