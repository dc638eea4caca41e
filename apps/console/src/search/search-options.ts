import type { EventBrief, GridNode, Label, RecordHit, SearchFound } from '@wangge/contracts';

/** What the box offers: things that were found, and the way to all of a group. */
export type SearchOption = { readonly group: string; readonly key: string } & (
  | { readonly kind: 'record'; readonly register: string; readonly hit: RecordHit }
  | { readonly kind: 'event'; readonly event: EventBrief }
  | { readonly kind: 'grid'; readonly node: GridNode }
  | { readonly kind: 'all'; readonly register: string | null; readonly total: number; readonly atLeast: boolean }
);

interface Words {
  readonly labelOf: (label: Label) => string;
  readonly events: string;
  readonly grids: string;
}

/** One after the other: registers, events, places. A group that shows only some of its finds ends with the way to all. */
export function optionsOf({ registers, events, grids }: SearchFound, words: Words): SearchOption[] {
  return [
    ...registers.flatMap(({ register, label, total, totalIs, items }): SearchOption[] => {
      const group = words.labelOf(label);
      const found = items.map((hit) => ({ group, key: hit.id, kind: 'record' as const, register, hit }));
      return [...found, ...allOf({ group, register, total, atLeast: totalIs === 'atLeast', shown: items.length })];
    }),
    ...events.items.map((event) => ({ group: words.events, key: event.id, kind: 'event' as const, event })),
    ...allOf({
      group: words.events,
      register: null,
      total: events.total,
      atLeast: events.totalIs === 'atLeast',
      shown: events.items.length,
    }),
    ...grids.map((node) => ({ group: words.grids, key: node.code, kind: 'grid' as const, node })),
  ];
}

interface Group {
  readonly group: string;
  readonly register: string | null;
  readonly total: number;
  readonly atLeast: boolean;
  readonly shown: number;
}

const allOf = ({ group, register, total, atLeast, shown }: Group): SearchOption[] =>
  total > shown ? [{ group, key: `all ${register}`, kind: 'all', register, total, atLeast }] : [];
