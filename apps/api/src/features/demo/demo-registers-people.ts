import { pick } from './demo-steps.js';
import type { DemoBuilding, DemoContext, DemoRecord } from './demo-registers-record.js';
import {
  between,
  birthDate,
  birthDateIn,
  dayBefore,
  demoPhone,
  familyName,
  type Gender,
  givenName,
  type IdentityNumberSource,
  personName,
} from './demo-registers-words.js';

export interface DemoHousehold {
  readonly household: DemoRecord;
  readonly residents: readonly DemoRecord[];
}

interface Member {
  readonly relation: string;
  readonly age: number;
  readonly gender: Gender;
}

/** A household and who lives in it. */
export function makeHousehold(
  context: DemoContext,
  building: DemoBuilding,
  serial: number,
  numbers: IdentityNumberSource,
): DemoHousehold {
  const { random, today } = context;
  const family = familyName(random);
  const born = context.born();
  const home = {
    unit: `${between(random, 1, building.units)}单元`,
    room: `${between(random, 1, building.floors)}0${between(random, 1, 2)}室`,
  };
  const address = building.address + home.unit + home.room;
  const members = familyOf(context);
  const isRented = random() < 0.2;
  const residents = members.map((member, index) =>
    makeResident(context, {
      member,
      numbers,
      building,
      address,
      householdId: born.id,
      isAlone: members.length === 1,
      isRented,
      family: sharesName(member, index) ? family : familyName(random),
    }),
  );
  const head = residents[0]?.values;
  const household: DemoRecord = {
    ...born,
    gridCode: building.gridCode,
    point: null,
    values: {
      householdNumber: `YS${String(serial).padStart(8, '0')}`,
      householdKind: 'family',
      headName: head?.name ?? personName(random),
      headIdentityNumber: head?.identityNumber ?? null,
      headPhone: head?.phone ?? null,
      buildingId: building.id,
      ...home,
      address,
      memberCount: members.length,
      isRegisteredHere: !isRented,
      tenure: isRented ? 'rented' : 'owned',
      assistance: pick(random, [
        'none',
        'none',
        'none',
        'none',
        'none',
        'none',
        'none',
        'none',
        'minimum-allowance',
        'low-income',
      ]),
      movedInOn: dayBefore(random, today, 15),
    },
  };
  return { household, residents };
}

/** The head first; then spouse, children and a parent, as ages allow: two and a half in all on the average. */
function familyOf({ random }: DemoContext): Member[] {
  const age = between(random, 24, 88);
  const gender: Gender = random() < 0.6 ? '1' : '2';
  const members: Member[] = [{ relation: '0', age, gender }];
  if (random() < 0.8)
    members.push({ relation: '1', age: Math.max(23, age - between(random, -4, 4)), gender: gender === '1' ? '2' : '1' });
  const children = age < 65 && members.length === 2 ? pick(random, [0, 1, 1, 1, 2, 2]) : 0;
  for (let child = 0; child < children; child++) {
    const childGender: Gender = random() < 0.5 ? '1' : '2';
    members.push({
      relation: childGender === '1' ? '2' : '3',
      age: between(random, Math.max(0, age - 40), Math.max(0, age - 23)),
      gender: childGender,
    });
  }
  if (age < 60 && random() < 0.25)
    members.push({ relation: '5', age: age + between(random, 22, 30), gender: random() < 0.4 ? '1' : '2' });
  return members;
}

const sharesName = ({ relation }: Member, index: number): boolean => index === 0 || relation === '2' || relation === '3';

interface Life {
  readonly member: Member;
  readonly family: string;
  readonly numbers: IdentityNumberSource;
  readonly building: DemoBuilding;
  readonly address: string;
  readonly householdId: string;
  readonly isAlone: boolean;
  readonly isRented: boolean;
}

const JOBS = ['教师', '司机', '护士', '个体经营', '工人', '会计', '公务员', '厨师'];
const NATIONS = [...Array<string>(18).fill('01'), '10', '11'];

function makeResident(context: DemoContext, life: Life): DemoRecord {
  const { random, today } = context;
  const { age, gender, relation } = life.member;
  const born = birthDate(random, today, age);
  // A newborn has none yet.
  const number = age === 0 ? null : life.numbers.next(random, born, gender);
  const isAdult = age >= 18;
  const isRetired = age >= 60;
  return {
    ...context.born(),
    gridCode: life.building.gridCode,
    point: null,
    values: {
      name: life.family + givenName(random),
      identityNumber: number,
      gender,
      birthDate: number === null ? born : birthDateIn(number),
      residentKind: life.isRented ? 'floating' : isRetired && life.isAlone && random() < 0.3 ? 'left-behind' : 'registered',
      householdId: life.householdId,
      relationToHead: relation,
      buildingId: life.building.id,
      phone: isAdult ? demoPhone(random) : null,
      residenceAddress: life.address,
      registeredAddress: life.isRented
        ? `演示市${familyName(random)}区${givenName(random)}路${between(random, 1, 99)}号`
        : life.address,
      ethnicity: pick(random, NATIONS),
      maritalStatus: isAdult ? maritalStatus(life, random()) : '10',
      politicalStatus: isAdult ? pick(random, ['13', '13', '13', '13', '03', '01']) : '13',
      education: isAdult ? pick(random, ['20', '30', '40', '60', '70', '70', '80']) : null,
      occupation: isRetired ? '退休' : isAdult ? pick(random, JOBS) : null,
      livesAlone: life.isAlone,
      healthNote: isRetired && random() < 0.3 ? pick(random, ['行动不便，需上门', '定期取药', '听力较弱，请敲门后稍候']) : null,
    },
  };
}

function maritalStatus({ member, isAlone }: Life, chance: number): string {
  if (member.relation === '2' || member.relation === '3') return '10';
  if (!isAlone) return '20';
  return member.age > 60 ? '30' : chance < 0.6 ? '10' : '40';
}

/** Somebody who is on the register of residents already. */
export function makeVolunteer(
  context: DemoContext,
  resident: DemoRecord,
  serial: number,
  teams: readonly DemoRecord[],
): DemoRecord {
  const { random, today } = context;
  const { name = null, gender = null, phone = null } = resident.values;
  return {
    ...context.born(),
    gridCode: resident.gridCode,
    point: null,
    values: {
      name,
      volunteerNumber: `YSZ${String(serial).padStart(5, '0')}`,
      residentId: resident.id,
      gender,
      phone,
      teamId: pick(random, teams).id,
      serviceKind: pick(random, ['elderly', 'children', 'environment', 'order', 'mediation', 'culture', 'emergency']),
      skills: pick(random, ['急救', '书法', '水电维修', '心理疏导', '摄影', '手语']),
      availability: pick(random, ['weekday', 'evening', 'weekend', 'any']),
      state: random() < 0.9 ? 'active' : 'paused',
      registeredOn: dayBefore(random, today, 5),
      isInsured: random() < 0.6,
      emergencyContactName: personName(random),
      emergencyContactPhone: demoPhone(random),
    },
  };
}
