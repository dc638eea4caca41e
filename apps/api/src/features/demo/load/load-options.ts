import { parseArgs } from 'node:util';
import { z } from 'zod';

/** How much is to be there. Rounded up to whole pieces, which are made and stored each by itself. */
export const LoadOptions = z.object({
  residents: z.int().min(0).max(2_500_000),
  events: z.int().min(0).max(10_000_000),
  /** Unit grids in all: what the real district lacks is made up in districts beside it. */
  grids: z.int().min(0).max(99_000),
});
export type LoadOptions = z.infer<typeof LoadOptions>;

export const RESIDENTS_A_PIECE = 1_000;
export const EVENTS_A_PIECE = 500;

/** Undefined where the words cannot be understood. */
export function readLoadOptions(args: readonly string[]): LoadOptions | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        residents: { type: 'string', default: '0' },
        events: { type: 'string', default: '0' },
        grids: { type: 'string', default: '0' },
      },
    });
    const asked = LoadOptions.safeParse(Object.fromEntries(Object.entries(values).map(([name, text]) => [name, count(text)])));
    return asked.success && asked.data.residents + asked.data.events > 0 ? asked.data : undefined;
  } catch {
    return undefined;
  }
}

const count = (text: string): number => (/^\d{1,8}$/.test(text) ? Number(text) : Number.NaN);
