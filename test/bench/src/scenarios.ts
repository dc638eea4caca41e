/** What is measured: one request, as one person. */
export interface Scenario {
  readonly key: string;
  readonly what: string;
  /** A demo account's name. */
  readonly as: string;
  readonly path: string;
  /** What is sent; a scenario without reads by GET. */
  readonly body?: object;
  /** Share of the peer's requests a second that issue 3 or 4 asks for; none where none is asked. */
  readonly target?: number;
}

/** What the measured requests ask about: found in the data that was generated. */
export interface Subjects {
  readonly eventId: string;
  readonly residentId: string;
  readonly residentNumber: string;
  /** West, south, east, north of a window that holds about two thousand points. */
  readonly window: readonly number[];
  /** Where something can be reported. */
  readonly places: readonly { readonly lng: number; readonly lat: number }[];
}

const PEOPLE = [
  ['worker1', 'grid worker'],
  ['streetleader', 'street'],
  ['leader', 'district'],
] as const;
const NAME = '甲云';

export function readScenarios({ eventId, residentId, residentNumber, window }: Subjects): Scenario[] {
  const records = '/api/v1/registers/residents/records';
  const lists = PEOPLE.flatMap(([as, who]): Scenario[] => [
    { key: `list.${as}`, what: `events: newest 25 with total, ${who}`, as, path: '/api/v1/events?perPage=25', target: 0.7 },
    { key: `newest.${as}`, what: `residents: newest page, ${who}`, as, path: `${records}?perPage=25`, target: 0.5 },
    { key: `prefix.${as}`, what: `residents: name prefix, ${who}`, as, path: `${records}?perPage=25&q=${encodeURIComponent(NAME)}`, target: 0.5 },
    { key: `find-number.${as}`, what: `search: an identity number, ${who}`, as, path: '/api/v1/search', body: { words: residentNumber }, target: 0.5 },
    { key: `find-name.${as}`, what: `search: how a name begins, ${who}`, as, path: '/api/v1/search', body: { words: NAME }, target: 0.5 },
  ]);
  return [
    ...lists.sort((a, b) => (a.key < b.key ? -1 : 1)),
    { key: 'person', what: 'resident: the page of one person', as: 'leader', path: `${records}/${residentId}`, target: 0.5 },
    { key: 'get', what: 'event: with its timeline', as: 'leader', path: `/api/v1/events/${eventId}`, target: 0.7 },
    { key: 'map', what: 'map window of about 2,000 points', as: 'leader', path: `/api/v1/events/map?bbox=${window.join(',')}`, target: 0.85 },
    { key: 'board', what: 'dashboard of the district', as: 'leader', path: '/api/v1/indicators/board?scope=230302', target: 0.7 },
    { key: 'outlines', what: 'outlines of all unit grids', as: 'leader', path: '/api/v1/grids/boundaries?parent=230302&level=grid', target: 0.65 },
  ];
}
