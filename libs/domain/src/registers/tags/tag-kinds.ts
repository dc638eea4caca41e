// biome-ignore-all format: a table, one kind a line
import type { Permission, TagGroup, TagKind } from '@wangge/contracts';
import { label } from '../dictionaries/choices.js';

const ELDERLY = label('《老年人权益保障法》', 'Law on the Protection of the Rights and Interests of the Elderly');
const MINORS = label('《未成年人保护法》', 'Law on the Protection of Minors');
const RELIEF = label('《社会救助暂行办法》', 'Interim Measures for Social Assistance');
const DISABLED = label('《残疾人保障法》', 'Law on the Protection of Persons with Disabilities');
const FAMILIES = label('《人口与计划生育法》', 'Population and Family Planning Law');
const VETERANS = label('《军人抚恤优待条例》', 'Regulations on Pensions and Preferential Treatment for Servicemen');

/**
 * All that somebody can be tagged with, each with the law that lets it be recorded. Care groups are those whom to help;
 * special groups are the 特殊人群 and 重点青少年 of GB/T 31000. What no law lets a register keep, such as who petitions,
 * is left out. A kind that goes out of use stays here, so that what was recorded under it can be read.
 */
export const TAG_KINDS: readonly TagKind[] = [
  { code: 'elder-alone', group: 'care', label: label('独居老人', 'Elder living alone'), ground: ELDERLY, months: 12 },
  { code: 'empty-nest', group: 'care', label: label('空巢老人', 'Elders without children at home'), ground: ELDERLY, months: 12 },
  { code: 'elder-dependent', group: 'care', label: label('失能老人', 'Elder in need of nursing'), ground: ELDERLY, months: 12 },
  { code: 'elder-oldest', group: 'care', label: label('高龄老人', 'Elder of great age'), ground: ELDERLY, months: 24 },
  { code: 'left-behind-elder', group: 'care', label: label('留守老人', 'Elder left behind'), ground: ELDERLY, months: 12 },
  { code: 'no-support', group: 'care', label: label('孤寡（特困供养）', 'Alone and without support'), ground: RELIEF, months: 12 },
  { code: 'low-income', group: 'care', label: label('低保', 'Minimum living allowance'), ground: RELIEF, months: 12 },
  { code: 'low-income-edge', group: 'care', label: label('低保边缘', 'Just above the minimum'), ground: RELIEF, months: 12 },
  { code: 'serious-illness', group: 'care', label: label('大病困难', 'In need through serious illness'), ground: RELIEF, months: 12 },
  { code: 'disabled', group: 'care', label: label('残疾', 'Disabled'), ground: DISABLED, months: 36 },
  { code: 'left-behind-child', group: 'care', label: label('留守儿童', 'Child left behind'), ground: MINORS, months: 6 },
  { code: 'child-in-need', group: 'care', label: label('困境儿童', 'Child in need'), ground: MINORS, months: 6 },
  { code: 'orphan', group: 'care', label: label('孤儿（事实无人抚养）', 'Orphan, or nobody raises the child'), ground: MINORS, months: 12 },
  { code: 'only-child-lost', group: 'care', label: label('计生特殊家庭', 'Family that lost its only child'), ground: FAMILIES, months: 24 },
  { code: 'preferential', group: 'care', label: label('优抚对象', 'Entitled as a veteran or survivor'), ground: VETERANS, months: 24 },
  { code: 'released', group: 'special', label: label('刑满释放', 'Released from prison'), ground: label('《监狱法》', 'Prison Law'), months: 12 },
  { code: 'community-correction', group: 'special', label: label('社区矫正', 'Community correction'), ground: label('《社区矫正法》', 'Community Correction Law'), months: 6 },
  { code: 'mental-disorder', group: 'special', label: label('严重精神障碍', 'Severe mental disorder'), ground: label('《精神卫生法》', 'Mental Health Law'), months: 6 },
  { code: 'drug-use', group: 'special', label: label('吸毒', 'Drug use'), ground: label('《禁毒法》', 'Narcotics Control Law'), months: 6 },
  { code: 'aids-risk', group: 'special', label: label('艾滋病危险', 'At risk of AIDS'), ground: label('《艾滋病防治条例》', 'Regulations on AIDS Prevention and Treatment'), months: 6 },
  { code: 'youth-attention', group: 'special', label: label('重点青少年', 'Young person in need of attention'), ground: label('《预防未成年人犯罪法》', 'Law on Preventing Juvenile Delinquency'), months: 6 },
];

const BY_CODE: ReadonlyMap<string, TagKind> = new Map(TAG_KINDS.map((kind) => [kind.code, kind]));

export const findTagKind = (code: string): TagKind | undefined => BY_CODE.get(code);

/** Who may read the tags of a group, and who may set them. */
export const TAG_PERMISSIONS = {
  care: { read: 'tag.read', write: 'tag.write' },
  special: { read: 'tag.read-special', write: 'tag.write-special' },
} as const satisfies Record<TagGroup, { readonly read: Permission; readonly write: Permission }>;
