import { seededRandom } from '../plan/random.js';

export interface PlannedWorker {
  /** Unit grid, role and serial, as 230302001001001-2-01. */
  readonly code: string;
  readonly name: string;
}

const FULL_TIME = 2;
const PART_TIME = 3;
const PART_TIME_SHARE = 0.14;
const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'];
const GIVEN = [...'安宁平和明远清川岚松柏竹梅林森溪江海云霞晨曦朗星辰乐康健勤朴诚信义'];

/** Made-up workers of a unit grid, one full-time and here and there a part-time one; the same each time. */
export function planWorkers(gridCode: string): PlannedWorker[] {
  const random = seededRandom(`worker/${gridCode}`);
  const pick = (letters: readonly string[]) => letters[Math.floor(random() * letters.length)] ?? '';
  const worker = (role: number): PlannedWorker => ({
    code: `${gridCode}-${role}-01`,
    name: `网格员${pick(SURNAMES)}${pick(GIVEN)}`,
  });
  const first = worker(FULL_TIME);
  return random() < PART_TIME_SHARE ? [first, worker(PART_TIME)] : [first];
}
