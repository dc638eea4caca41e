import { choices } from './choices.js';

/** GB/T 2261.1 */
export const GENDERS = choices(
  ['1', '男', 'Male'],
  ['2', '女', 'Female'],
  ['0', '未知', 'Unknown'],
  ['9', '未说明', 'Not stated'],
);

/** GB/T 2261.2 */
export const MARITAL_STATUSES = choices(
  ['10', '未婚', 'Never married'],
  ['20', '已婚', 'Married'],
  ['21', '初婚', 'First marriage'],
  ['22', '再婚', 'Married again'],
  ['23', '复婚', 'Remarried to the same spouse'],
  ['30', '丧偶', 'Widowed'],
  ['40', '离婚', 'Divorced'],
  ['90', '未说明', 'Not stated'],
);

/** GB/T 4762 */
export const POLITICAL_STATUSES = choices(
  ['01', '中共党员', 'Member of the Communist Party of China'],
  ['02', '中共预备党员', 'Probationary member of the Communist Party of China'],
  ['03', '共青团员', 'Member of the Communist Youth League'],
  ['04', '民革党员', 'Member of the Revolutionary Committee of the Kuomintang'],
  ['05', '民盟盟员', 'Member of the China Democratic League'],
  ['06', '民建会员', 'Member of the National Democratic Construction Association'],
  ['07', '民进会员', 'Member of the Association for Promoting Democracy'],
  ['08', '农工党党员', 'Member of the Peasants’ and Workers’ Democratic Party'],
  ['09', '致公党党员', 'Member of the Zhi Gong Party'],
  ['10', '九三学社社员', 'Member of the Jiusan Society'],
  ['11', '台盟盟员', 'Member of the Taiwan Democratic Self-Government League'],
  ['12', '无党派人士', 'Without party affiliation'],
  ['13', '群众', 'General public'],
);

/** GB/T 4658 */
export const EDUCATIONS = choices(
  ['10', '研究生教育', 'Postgraduate'],
  ['20', '大学本科教育', 'Undergraduate'],
  ['30', '大学专科教育', 'Junior college'],
  ['40', '中等职业教育', 'Secondary vocational school'],
  ['60', '普通高级中学教育', 'Senior secondary school'],
  ['70', '初级中学教育', 'Junior secondary school'],
  ['80', '小学教育', 'Primary school'],
  ['90', '其他', 'Other'],
);

/** GB/T 4761, by its first digit. */
export const RELATIONS_TO_HEAD = choices(
  ['0', '本人或户主', 'Head of the household'],
  ['1', '配偶', 'Spouse'],
  ['2', '子', 'Son'],
  ['3', '女', 'Daughter'],
  ['4', '孙子女或外孙子女', 'Grandchild'],
  ['5', '父母', 'Parent'],
  ['6', '祖父母或外祖父母', 'Grandparent'],
  ['7', '兄弟姐妹', 'Brother or sister'],
  ['8', '其他', 'Other'],
);

/** The four kinds of people in GB/T 31000. */
export const RESIDENT_KINDS = choices(
  ['registered', '户籍人口', 'Registered here'],
  ['floating', '流动人口', 'Registered elsewhere'],
  ['overseas', '境外人员', 'From overseas'],
  ['left-behind', '留守人员', 'Left behind'],
);

/** 流入原因 of GB/T 31000. */
export const INFLOW_REASONS = choices(
  ['work', '务工', 'Work'],
  ['business', '经商', 'Business'],
  ['service', '服务', 'Services'],
  ['farming', '务农', 'Farming'],
  ['study', '学习培训', 'Study'],
  ['relatives', '投靠亲友', 'Joining relatives'],
  ['treatment', '治病疗养', 'Treatment'],
  ['other', '其他', 'Other'],
);

export const PERMIT_KINDS = choices(
  ['none', '未办证', 'None'],
  ['residence', '居住证', 'Residence permit'],
  ['temporary', '暂住登记', 'Temporary registration'],
  ['other', '其他', 'Other'],
);

export const DWELLING_KINDS = choices(
  ['rented', '租赁房屋', 'Rented'],
  ['dormitory', '单位内部', 'Dormitory of the employer'],
  ['site', '工地现场', 'Building site'],
  ['own', '自购房屋', 'Own home'],
  ['relatives', '居民家中', 'With a family'],
  ['hotel', '旅店', 'Hotel'],
  ['other', '其他', 'Other'],
);

export const DOCUMENT_KINDS = choices(
  ['passport', '护照', 'Passport'],
  ['hk-macao', '港澳居民来往内地通行证', 'Travel permit for Hong Kong and Macao residents'],
  ['taiwan', '台湾居民来往大陆通行证', 'Travel permit for Taiwan residents'],
  ['residence', '外国人永久居留身份证', 'Permanent residence card'],
  ['other', '其他', 'Other'],
);

export const VISIT_PURPOSES = choices(
  ['work', '工作', 'Work'],
  ['study', '学习', 'Study'],
  ['business', '商务', 'Business'],
  ['family', '探亲团聚', 'Family'],
  ['travel', '旅游', 'Travel'],
  ['settled', '定居', 'Settled'],
  ['other', '其他', 'Other'],
);

export const LEFT_BEHIND_KINDS = choices(
  ['child', '留守儿童', 'Child'],
  ['woman', '留守妇女', 'Woman'],
  ['elder', '留守老人', 'Elder'],
  ['other', '其他', 'Other'],
);

export const FAMILY_RELATIONS = choices(
  ['spouse', '配偶', 'Spouse'],
  ['parent', '父母', 'Parent'],
  ['child', '子女', 'Child'],
  ['grandparent', '祖父母或外祖父母', 'Grandparent'],
  ['sibling', '兄弟姐妹', 'Brother or sister'],
  ['other', '其他', 'Other'],
);

/** Whether somebody lives in the district: the record stays whatever becomes of him. */
export const PRESENCES = choices(
  ['here', '在区', 'Lives here'],
  ['away', '已迁出', 'Moved out'],
  ['deceased', '已故', 'Deceased'],
);

/** What a death is recorded by. */
export const DEATH_SOURCES = choices(
  ['certificate', '死亡证明', 'Death certificate'],
  ['register', '户口注销', 'Household registration closed'],
  ['cremation', '火化证明', 'Cremation certificate'],
  ['family', '家属告知', 'Told by the family'],
  ['other', '其他', 'Other'],
);
