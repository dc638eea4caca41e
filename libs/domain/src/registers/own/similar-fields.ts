import type { FieldDefinition, RegisterDefinition } from '../definition.js';

/** Words that forms use for the same thing. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['姓名', '名字', '人员姓名', 'name', 'fullname'],
  [
    '身份证',
    '身份证号',
    '身份证号码',
    '公民身份号码',
    '公民身份证号码',
    '证件号',
    '证件号码',
    'identitynumber',
    'idnumber',
    'idcard',
  ],
  ['电话', '联系电话', '联系方式', '手机', '手机号', '手机号码', '电话号码', '联系人电话', 'phone', 'telephone', 'mobile'],
  ['地址', '住址', '详细地址', '现住址', '现住地址', '现住地详址', '居住地址', 'address'],
  ['户籍地', '户籍地址', '户籍地详址', 'registeredaddress'],
  ['出生日期', '生日', '出生年月', 'birthdate', 'birthday', 'dateofbirth'],
  ['性别', 'gender', 'sex'],
  ['民族', 'ethnicity', 'ethnicgroup'],
  ['学历', '文化程度', '教育程度', 'education'],
  ['婚姻状况', '婚姻', 'maritalstatus'],
  ['政治面貌', '党员', 'politicalstatus'],
  ['职业', '从事职业', 'occupation', 'profession'],
  ['服务处所', '工作单位', '单位', 'workplace', 'employer'],
  ['统一社会信用代码', '社会信用代码', '信用代码', '税号', 'unifiedsocialcreditcode', 'creditcode'],
  ['法定代表人', '法人', '法人代表', '法人姓名', 'legalrepresentative'],
  ['从业人数', '员工人数', '职工人数', 'employees', 'staffsize'],
  ['户主', '户主姓名', 'headofhousehold', 'householdhead'],
  ['户号', '户口簿号', 'householdnumber'],
  ['家庭人口', '人口数', '家庭人口数', 'membercount'],
  ['建筑面积', '面积', 'floorarea', 'area'],
  ['层数', '楼层数', '地上层数', 'floors', 'storeys'],
  ['建成年份', '建造年份', '建成年代', 'yearbuilt', 'builtyear'],
  ['小区名称', '小区', 'estate'],
  ['楼栋长', '楼栋长姓名', '楼长', 'buildingleader'],
];

/** Every form has a remark of its own. */
const OF_ANY_FORM: ReadonlySet<string> = new Set([
  '备注',
  '说明',
  '名称',
  '编号',
  '状态',
  'note',
  'remarks',
  'title',
  'code',
  'state',
  'status',
]);

export const isOfAnyForm = (meaning: string): boolean => meaning === '' || OF_ANY_FORM.has(meaning);

/** Without units in brackets, spaces and marks, in small letters. */
export const plainLabel = (label: string): string =>
  label
    .replace(/[（(][^）)]*[）)]/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** The word that stands for all that mean the same. */
export const meaningOf = (label: string): string => {
  const word = plainLabel(label);
  return SYNONYMS.find((words) => words.includes(word))?.[0] ?? word;
};

export interface FoundField {
  readonly register: RegisterDefinition;
  readonly field: FieldDefinition;
}

const MOST = 5;

/** Fields of these registers that mean the same as a label in either language. */
export function similarFields(label: string, registers: readonly RegisterDefinition[]): readonly FoundField[] {
  const meaning = meaningOf(label);
  if (isOfAnyForm(meaning)) return [];
  const isSame = ({ label: { zh, en } }: FieldDefinition) => meaningOf(zh) === meaning || meaningOf(en) === meaning;
  return registers.flatMap((register) => register.fields.filter(isSame).map((field) => ({ register, field }))).slice(0, MOST);
}
