// biome-ignore-all format: a table, one field a line
import type { RegisterDefinition } from '../definition.js';
import { label } from '../dictionaries/choices.js';
import { ETHNICITIES } from '../dictionaries/ethnicities.js';
import {
  EDUCATIONS,
  GENDERS,
  MARITAL_STATUSES,
  POLITICAL_STATUSES,
  RELATIONS_TO_HEAD,
  RESIDENT_KINDS,
} from '../dictionaries/person.js';

/** 人口库: who lives here (GB/T 31000). Some have no identity number yet, or a foreign document. */
export const RESIDENTS: RegisterDefinition = {
  name: 'residents',
  element: 'people',
  label: label('人口', 'Residents'),
  geometry: 'none',
  titleField: 'name',
  naturalKey: ['identityNumber'],
  moving: { fields: ['householdId', 'relationToHead', 'buildingId', 'residenceAddress'] },
  likeness: {
    exact: ['identityNumber', 'documentNumber'],
    distinct: ['identityNumber'],
    scored: [
      { field: 'name', weight: 35, how: 'name' },
      { field: 'birthDate', weight: 25, how: 'date' },
      { field: 'residenceAddress', weight: 25, how: 'address' },
      { field: 'phone', weight: 15, how: 'equal' },
    ],
    threshold: 60,
    lookups: [['name', 'birthDate'], ['name', 'residenceAddress'], ['birthDate', 'residenceAddress']],
  },
  fields: [
    { name: 'name', kind: 'text', label: label('姓名', 'Name'), dataClass: 'L3', mask: 'name', required: true, search: 'prefix', inList: true, most: 50 },
    { name: 'identityNumber', kind: 'identity-number', label: label('公民身份号码', 'Identity number'), dataClass: 'L4', mask: 'identity-number', search: 'exact', inList: true },
    { name: 'documentNumber', kind: 'text', label: label('其他证件号码', 'Number of another document'), dataClass: 'L4', mask: 'all', search: 'exact', most: 40 },
    { name: 'gender', kind: 'choice', label: label('性别', 'Gender'), dataClass: 'L2', required: true, filter: true, inList: true, choices: GENDERS },
    { name: 'birthDate', kind: 'date', label: label('出生日期', 'Birth date'), dataClass: 'L3', mask: 'date', inList: true },
    { name: 'residentKind', kind: 'choice', label: label('人员类型', 'Kind of resident'), dataClass: 'L2', required: true, filter: true, inList: true, choices: RESIDENT_KINDS },
    { name: 'householdId', kind: 'reference', label: label('所在家庭', 'Household'), dataClass: 'L2', filter: true, references: 'households' },
    { name: 'relationToHead', kind: 'choice', label: label('与户主关系', 'Relation to the head'), dataClass: 'L2', choices: RELATIONS_TO_HEAD },
    { name: 'buildingId', kind: 'reference', label: label('所在楼栋', 'Building'), dataClass: 'L2', filter: true, inList: true, references: 'buildings' },
    { name: 'phone', kind: 'phone', label: label('联系方式', 'Phone'), dataClass: 'L4', mask: 'phone', search: 'exact', inList: true },
    { name: 'residenceAddress', kind: 'text', label: label('现住地详址', 'Address'), dataClass: 'L3', mask: 'address', most: 200 },
    { name: 'registeredAddress', kind: 'text', label: label('户籍地详址', 'Registered address'), dataClass: 'L3', mask: 'address', most: 200 },
    { name: 'ethnicity', kind: 'choice', label: label('民族', 'Ethnicity'), dataClass: 'L2', choices: ETHNICITIES },
    { name: 'maritalStatus', kind: 'choice', label: label('婚姻状况', 'Marital status'), dataClass: 'L2', choices: MARITAL_STATUSES },
    { name: 'politicalStatus', kind: 'choice', label: label('政治面貌', 'Political status'), dataClass: 'L2', filter: true, choices: POLITICAL_STATUSES },
    { name: 'education', kind: 'choice', label: label('学历', 'Education'), dataClass: 'L2', filter: true, choices: EDUCATIONS },
    { name: 'occupation', kind: 'text', label: label('职业', 'Occupation'), dataClass: 'L2', most: 60 },
    { name: 'workplace', kind: 'text', label: label('服务处所', 'Workplace'), dataClass: 'L3', mask: 'all', most: 100 },
    { name: 'livesAlone', kind: 'boolean', label: label('独居', 'Lives alone'), dataClass: 'L2', filter: true },
    { name: 'healthNote', kind: 'long-text', label: label('健康状况', 'Health'), dataClass: 'L4', mask: 'all', most: 500 },
    { name: 'note', kind: 'long-text', label: label('备注', 'Note'), dataClass: 'L2', most: 1000 },
  ],
};
