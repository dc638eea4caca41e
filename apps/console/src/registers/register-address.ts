/** Where registers and their records stand in the console. */
export const registerAddress = (register: string, search: Readonly<Record<string, string>> = {}): string => {
  const pairs = new URLSearchParams(search).toString();
  return `/registers/${register}${pairs && `?${pairs}`}`;
};

/** The page of a node of the tree. */
export const gridAddress = (code: string): string => `/grid/${code}`;

/** Registers whose records have pages of their own, since another part of the platform keeps them. */
const PAGES: Readonly<Record<string, (id: string) => string>> = { events: (id) => `/events/${id}/show` };

export const recordAddress = (register: string, id: string): string => PAGES[register]?.(id) ?? `/registers/${register}/${id}`;

/** A new record, some of whose fields are known already: the household a resident is added to. */
export const createAddress = (register: string, known: Readonly<Record<string, string>> = {}): string => {
  const pairs = new URLSearchParams(known).toString();
  return `/registers/${register}/create${pairs && `?${pairs}`}`;
};

/** What may have been entered twice in it. */
export const pairsAddress = (register: string): string => `/registers/${register}/duplicates`;

/** What comes into the viewer's area and goes out of it. */
export const movesAddress = (register: string): string => `/registers/${register}/moves`;
