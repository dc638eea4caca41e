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
