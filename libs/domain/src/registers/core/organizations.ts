// biome-ignore-all format: a table, one field a line
import type { RegisterDefinition } from '../definition.js';
import { label } from '../dictionaries/choices.js';
import { ATTENTION_LEVELS, BUSINESS_STATES, FUND_SOURCES, INDUSTRIES, MASS_ORGANIZATIONS, ORGANIZATION_KINDS, PARTY_KINDS, SCHOOL_KINDS, SOCIAL_KINDS } from '../dictionaries/organization.js';
import { SAFETY_HAZARDS } from '../dictionaries/places.js';

/** 组织库: companies, shops, institutions and social organizations. A small stall may have no credit code. */
export const ORGANIZATIONS: RegisterDefinition = {
  name: 'organizations',
  element: 'organizations',
  label: label('组织与商户', 'Organizations'),
  geometry: 'none',
  titleField: 'name',
  naturalKey: ['creditCode'],
  moving: { fields: ['buildingId', 'address'] },
  likeness: {
    exact: ['creditCode'],
    distinct: ['creditCode'],
    scored: [
      { field: 'name', weight: 45, how: 'title' },
      { field: 'address', weight: 30, how: 'address' },
      { field: 'legalRepresentative', weight: 25, how: 'name' },
    ],
    threshold: 65,
    lookups: [['name', 'address'], ['name', 'legalRepresentative'], ['address', 'legalRepresentative']],
  },
  fields: [
    { name: 'name', kind: 'text', label: label('名称', 'Name'), dataClass: 'L1', required: true, search: 'prefix', sort: true, inList: true, most: 100 },
    { name: 'creditCode', kind: 'credit-code', label: label('统一社会信用代码', 'Unified social credit code'), dataClass: 'L1', search: 'exact', inList: true },
    { name: 'organizationKind', kind: 'choice', label: label('组织类别', 'Kind of organization'), dataClass: 'L1', required: true, filter: true, inList: true, choices: ORGANIZATION_KINDS },
    { name: 'industry', kind: 'choice', label: label('行业门类', 'Industry'), dataClass: 'L1', filter: true, inList: true, choices: INDUSTRIES },
    { name: 'businessState', kind: 'choice', label: label('经营状态', 'State'), dataClass: 'L1', required: true, filter: true, inList: true, choices: BUSINESS_STATES },
    { name: 'buildingId', kind: 'reference', label: label('所在楼栋', 'Building'), dataClass: 'L1', filter: true, references: 'buildings' },
    { name: 'address', kind: 'text', label: label('地址', 'Address'), dataClass: 'L1', most: 200 },
    { name: 'foundedOn', kind: 'date', label: label('成立日期', 'Founded on'), dataClass: 'L1', filter: true, sort: true },
    { name: 'employees', kind: 'integer', label: label('员工数', 'Employees'), dataClass: 'L2', filter: true, sort: true, range: [0, 1_000_000] },
    { name: 'legalRepresentative', kind: 'text', label: label('法定代表人', 'Legal representative'), dataClass: 'L3', mask: 'name', search: 'prefix', inList: true, most: 50 },
    { name: 'legalRepresentativeIdentityNumber', kind: 'identity-number', label: label('法定代表人证件号码', 'Identity number of the legal representative'), dataClass: 'L4', mask: 'identity-number', search: 'exact' },
    { name: 'contactName', kind: 'text', label: label('联系人', 'Contact'), dataClass: 'L3', mask: 'name', most: 50 },
    { name: 'contactPhone', kind: 'phone', label: label('联系方式', 'Phone'), dataClass: 'L4', mask: 'phone', search: 'exact', inList: true },
    { name: 'securityLeadName', kind: 'text', label: label('治保负责人', 'Head of security'), dataClass: 'L3', mask: 'name', most: 50 },
    { name: 'hasHazardousChemicals', kind: 'boolean', label: label('危化企业', 'Handles hazardous chemicals'), dataClass: 'L2', filter: true },
    { name: 'safetyHazard', kind: 'choice', label: label('安全隐患类型', 'Safety hazard'), dataClass: 'L2', filter: true, choices: SAFETY_HAZARDS },
    { name: 'attention', kind: 'choice', label: label('关注程度', 'Attention'), dataClass: 'L2', filter: true, choices: ATTENTION_LEVELS },
    { name: 'hasPartyOrganization', kind: 'boolean', label: label('有党组织', 'Has a Party organization'), dataClass: 'L1', filter: true },
    { name: 'partyMembers', kind: 'integer', label: label('党员人数', 'Party members'), dataClass: 'L2', filter: true, sort: true, range: [0, 100_000] },
    { name: 'massOrganizations', kind: 'choices', label: label('群团组织', 'Mass organizations'), dataClass: 'L1', filter: true, choices: MASS_ORGANIZATIONS, shownWhen: { field: 'organizationKind', is: ['enterprise', 'individual-business'] } },
    { name: 'schoolKind', kind: 'choice', label: label('办学类型', 'Kind of school'), dataClass: 'L1', filter: true, choices: SCHOOL_KINDS, shownWhen: { field: 'organizationKind', is: ['school'] } },
    { name: 'educationAuthority', kind: 'text', label: label('主管教育部门', 'Education authority'), dataClass: 'L1', most: 100, shownWhen: { field: 'organizationKind', is: ['school'] } },
    { name: 'students', kind: 'integer', label: label('在校人数', 'Students'), dataClass: 'L1', filter: true, sort: true, range: [0, 200_000], shownWhen: { field: 'organizationKind', is: ['school'] } },
    { name: 'principalName', kind: 'text', label: label('校长', 'Head of the school'), dataClass: 'L3', mask: 'name', most: 50, shownWhen: { field: 'organizationKind', is: ['school'] } },
    { name: 'safetyLeadName', kind: 'text', label: label('分管安保责任人', 'Head of safety'), dataClass: 'L3', mask: 'name', most: 50, shownWhen: { field: 'organizationKind', is: ['school'] } },
    { name: 'policeLeadName', kind: 'text', label: label('治安责任人', 'Responsible officer'), dataClass: 'L3', mask: 'name', most: 50, shownWhen: { field: 'organizationKind', is: ['school'] } },
    { name: 'guards', kind: 'integer', label: label('安保人数', 'Guards'), dataClass: 'L2', filter: true, sort: true, range: [0, 10_000], shownWhen: { field: 'organizationKind', is: ['school'] } },
    { name: 'socialKind', kind: 'choice', label: label('社会组织类型', 'Kind of social organization'), dataClass: 'L1', filter: true, choices: SOCIAL_KINDS, shownWhen: { field: 'organizationKind', is: ['social-organization'] } },
    { name: 'registrationAuthorityCode', kind: 'credit-code', label: label('登记管理机关代码', 'Code of the registration authority'), dataClass: 'L1', shownWhen: { field: 'organizationKind', is: ['social-organization'] } },
    { name: 'approvedOn', kind: 'date', label: label('批准日期', 'Approved on'), dataClass: 'L1', filter: true, sort: true, shownWhen: { field: 'organizationKind', is: ['social-organization'] } },
    { name: 'fundSources', kind: 'choices', label: label('资金来源', 'Sources of funds'), dataClass: 'L2', filter: true, choices: FUND_SOURCES, shownWhen: { field: 'organizationKind', is: ['social-organization'] } },
    { name: 'hasForeignBackground', kind: 'boolean', label: label('有境外背景', 'Has a background abroad'), dataClass: 'L2', filter: true, shownWhen: { field: 'organizationKind', is: ['social-organization'] } },
    { name: 'partyKind', kind: 'choice', label: label('党组织类型', 'Kind of Party organization'), dataClass: 'L1', filter: true, choices: PARTY_KINDS, shownWhen: { field: 'organizationKind', is: ['party'] } },
    { name: 'secretaryName', kind: 'text', label: label('书记姓名', 'Secretary'), dataClass: 'L3', mask: 'name', most: 50, shownWhen: { field: 'organizationKind', is: ['party'] } },
    { name: 'note', kind: 'long-text', label: label('备注', 'Note'), dataClass: 'L2', most: 1000 },
  ],
};
