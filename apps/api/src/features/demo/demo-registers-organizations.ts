import { pick } from './demo-steps.js';
import { type DemoBuilding, type DemoContext, type DemoRecord, HAZARDS } from './demo-registers-record.js';
import { between, dayBefore, demoCreditCode, demoPhone, personName, placeWord } from './demo-registers-words.js';

const SHOPS = [
  ['便民超市', 'F', 'individual-business'],
  ['小吃店', 'H', 'individual-business'],
  ['理发店', 'O', 'individual-business'],
  ['五金商行', 'F', 'individual-business'],
  ['旅店', 'H', 'individual-business'],
  ['商贸有限公司', 'F', 'enterprise'],
  ['物业服务有限公司', 'K', 'enterprise'],
  ['机械有限公司', 'C', 'enterprise'],
  ['幼儿园', 'P', 'school'],
  ['门诊部', 'Q', 'medical'],
  ['社区服务中心', 'Q', 'social-organization'],
] as const;
const CODE_KINDS = {
  'individual-business': '92',
  enterprise: '91',
  school: '52',
  medical: '52',
  'social-organization': '52',
} as const;

export function makeOrganization(context: DemoContext, building: DemoBuilding, number: string | null): DemoRecord {
  const { random, today } = context;
  const [what, industry, organizationKind] = pick(random, SHOPS);
  const isSmall = organizationKind === 'individual-business';
  const owner = personName(random);
  // A small stall may trade without a code.
  const isCoded = !isSmall || random() < 0.85;
  return {
    ...context.born(),
    gridCode: building.gridCode,
    point: null,
    values: {
      name: placeWord(random) + what,
      creditCode: isCoded ? demoCreditCode(random, CODE_KINDS[organizationKind]) : null,
      organizationKind,
      industry,
      businessState: random() < 0.9 ? 'open' : 'suspended',
      buildingId: building.id,
      address: building.address,
      foundedOn: dayBefore(random, today, 20),
      employees: isSmall ? between(random, 1, 8) : between(random, 5, 120),
      legalRepresentative: owner,
      legalRepresentativeIdentityNumber: number,
      contactName: isSmall ? owner : personName(random),
      contactPhone: demoPhone(random),
      securityLeadName: isSmall ? null : personName(random),
      hasHazardousChemicals: industry === 'C' && random() < 0.1,
      safetyHazard: pick(random, HAZARDS),
      attention: pick(random, ['normal', 'normal', 'normal', 'watch', 'key']),
      hasPartyOrganization: !isSmall && random() < 0.3,
    },
  };
}
