import { choices } from './choices.js';

export const ORGANIZATION_KINDS = choices(
  ['enterprise', '企业', 'Company'],
  ['individual-business', '个体工商户', 'Individual business'],
  ['public-institution', '事业单位', 'Public institution'],
  ['state-organ', '机关', 'State organ'],
  ['social-organization', '社会组织', 'Social organization'],
  ['school', '学校', 'School'],
  ['medical', '医疗机构', 'Medical institution'],
  ['party', '党组织', 'Party organization'],
  ['self-governing', '群众性自治组织', 'Residents’ self-governing body'],
  ['other', '其他', 'Other'],
);

/** The sections of GB/T 4754. */
export const INDUSTRIES = choices(
  ['A', '农、林、牧、渔业', 'Agriculture, forestry, animal husbandry and fishery'],
  ['B', '采矿业', 'Mining'],
  ['C', '制造业', 'Manufacturing'],
  ['D', '电力、热力、燃气及水生产和供应业', 'Electricity, heat, gas and water'],
  ['E', '建筑业', 'Construction'],
  ['F', '批发和零售业', 'Wholesale and retail'],
  ['G', '交通运输、仓储和邮政业', 'Transport, storage and post'],
  ['H', '住宿和餐饮业', 'Hotels and catering'],
  ['I', '信息传输、软件和信息技术服务业', 'Information and software'],
  ['J', '金融业', 'Finance'],
  ['K', '房地产业', 'Real estate'],
  ['L', '租赁和商务服务业', 'Leasing and business services'],
  ['M', '科学研究和技术服务业', 'Research and technical services'],
  ['N', '水利、环境和公共设施管理业', 'Water, environment and public facilities'],
  ['O', '居民服务、修理和其他服务业', 'Household services, repair and other services'],
  ['P', '教育', 'Education'],
  ['Q', '卫生和社会工作', 'Health and social work'],
  ['R', '文化、体育和娱乐业', 'Culture, sports and entertainment'],
  ['S', '公共管理、社会保障和社会组织', 'Public management and social organizations'],
  ['T', '国际组织', 'International organizations'],
);

export const BUSINESS_STATES = choices(
  ['open', '开业', 'Open'],
  ['suspended', '停业', 'Suspended'],
  ['closed', '注销', 'Closed down'],
);

export const ATTENTION_LEVELS = choices(['normal', '一般', 'Normal'], ['watch', '关注', 'Watched'], ['key', '重点', 'Key']);

export const SCHOOL_KINDS = choices(
  ['kindergarten', '幼儿园', 'Kindergarten'],
  ['primary', '小学', 'Primary school'],
  ['junior', '初中', 'Junior secondary school'],
  ['senior', '高中', 'Senior secondary school'],
  ['nine-year', '九年一贯制', 'Nine-year school'],
  ['vocational', '职业学校', 'Vocational school'],
  ['university', '高等院校', 'University'],
  ['special', '特殊教育', 'Special education'],
  ['training', '校外培训', 'Training outside school'],
  ['other', '其他', 'Other'],
);

export const SOCIAL_KINDS = choices(
  ['association', '社会团体', 'Association'],
  ['service', '社会服务机构', 'Social service body'],
  ['foundation', '基金会', 'Foundation'],
  ['community', '社区社会组织', 'Body of the community'],
);

export const FUND_SOURCES = choices(
  ['dues', '会费', 'Dues'],
  ['government', '政府补助或购买服务', 'Government'],
  ['donations', '捐赠', 'Donations'],
  ['services', '服务收入', 'Income from services'],
  ['foreign', '境外资金', 'From abroad'],
  ['other', '其他', 'Other'],
);

export const MASS_ORGANIZATIONS = choices(
  ['union', '工会', 'Trade union'],
  ['youth-league', '共青团', 'Youth League'],
  ['women', '妇联', 'Women’s federation'],
);

export const PARTY_KINDS = choices(
  ['committee', '党委', 'Committee'],
  ['general-branch', '党总支', 'General branch'],
  ['branch', '党支部', 'Branch'],
  ['joint-branch', '联合党支部', 'Joint branch'],
  ['group', '党小组', 'Group'],
);
