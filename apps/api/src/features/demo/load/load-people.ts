import { type RegisterDefinition, REGISTERS } from '@wangge/domain';
import { seededRandom } from '../../grid/index.js';
import { pick } from '../demo-steps.js';
import { makeBuilding } from '../demo-registers-land.js';
import { makeHousehold } from '../demo-registers-people.js';
import { bornBefore, type DemoContext, type DemoRecord, type DemoSpot } from '../demo-registers-record.js';
import { type IdentityNumberSource, numberOf, placeWord } from '../demo-registers-words.js';
import { RESIDENTS_A_PIECE } from './load-options.js';

export interface PeoplePiece {
  readonly index: number;
  readonly seed: string;
  readonly spots: readonly DemoSpot[];
  readonly start: string;
  readonly today: string;
}

const BUILDINGS = 10;
const MOST_HOUSEHOLDS = 1_000;
/** Days of a year (28 of each month) times the numbers of one day and gender. */
const NUMBERS_A_YEAR = 336 * 500;
/** Without a common factor with NUMBERS_A_YEAR: neighbours in the count are strangers in the calendar. */
const STRIDE = 48_271;
const NUMBERS_A_PIECE = 32;

/** The records of one piece by register: a function of the seed and its index, and of nothing another piece holds. */
export function makePeople({ index, seed, spots, start, today }: PeoplePiece): ReadonlyMap<RegisterDefinition['name'], readonly DemoRecord[]> {
  const random = seededRandom(`load/people/${seed}/${index}`);
  const context: DemoContext = { random, today, start, born: () => bornBefore(random, start) };
  const estate = placeWord(random);
  const buildings = Array.from({ length: BUILDINGS }, (_, at) =>
    makeBuilding(context, pick(random, spots), index * BUILDINGS + at + 1, { name: `${estate}小区`, number: at + 1 }, 'residential'),
  );
  const numbers = new PieceNumbers(index);
  const households: DemoRecord[] = [];
  const residents: DemoRecord[] = [];
  while (residents.length < RESIDENTS_A_PIECE) {
    const serial = index * MOST_HOUSEHOLDS + households.length + 1;
    const family = makeHousehold(context, pick(random, buildings), serial, numbers);
    households.push(family.household);
    residents.push(...family.residents);
  }
  // The last family may be one too large; whoever it is, nobody misses him.
  return new Map([
    ['buildings', buildings],
    ['households', households],
    ['residents', residents.slice(0, RESIDENTS_A_PIECE)],
  ]);
}

/** The definitions in the order in which records point at each other. */
export const PEOPLE_REGISTERS = REGISTERS.filter(({ name }) => ['buildings', 'households', 'residents'].includes(name));

/** Gives each piece numbers that no other piece can give: nobody has to remember what was given. */
class PieceNumbers implements IdentityNumberSource {
  private readonly given = new Map<string, number>();

  constructor(private readonly piece: number) {}

  next(_random: DemoContext['random'], birthDate: string, gender: '1' | '2'): string {
    const year = birthDate.slice(0, 4);
    const known = this.given.get(year + gender) ?? 0;
    if (known >= NUMBERS_A_PIECE) throw new RangeError('too many of one age in one piece');
    this.given.set(year + gender, known + 1);
    const slot = ((this.piece * NUMBERS_A_PIECE + known) * STRIDE) % NUMBERS_A_YEAR;
    const day = Math.floor(slot / 500);
    const date = `${year}${two(Math.floor(day / 28) + 1)}${two((day % 28) + 1)}`;
    return numberOf(date, (slot % 500) * 2 + (gender === '1' ? 1 : 0));
  }
}

const two = (part: number): string => String(part).padStart(2, '0');
