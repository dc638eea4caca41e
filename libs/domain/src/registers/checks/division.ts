/** The first two digits of a division of GB/T 2260, and 81 to 83 of the residence permits. */
const PROVINCES: ReadonlySet<string> = new Set([
  ...[
    '11',
    '12',
    '13',
    '14',
    '15',
    '21',
    '22',
    '23',
    '31',
    '32',
    '33',
    '34',
    '35',
    '36',
    '37',
    '41',
    '42',
    '43',
    '44',
    '45',
    '46',
  ],
  ...['50', '51', '52', '53', '54', '61', '62', '63', '64', '65', '71', '81', '82', '83'],
]);

/** A division that was never given to any place: what carries it is made up, and belongs to nobody. */
export const DEMO_DIVISION = '230398';

export interface DivisionOptions {
  readonly allowDemoDivision?: boolean;
  /** Whether a division of six digits is known; where no list is at hand, that of its province decides. */
  readonly isKnownDivision?: (division: string) => boolean;
}

export const isKnownProvince = (division: string): boolean => PROVINCES.has(division.slice(0, 2));

export function isDivision(
  division: string,
  { allowDemoDivision = false, isKnownDivision = isKnownProvince }: DivisionOptions,
): boolean {
  return division === DEMO_DIVISION ? allowDemoDivision : isKnownDivision(division);
}
