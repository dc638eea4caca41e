import { choices } from './choices.js';

export const REQUEST_CHANNELS = choices(
  ['visit', '来访', 'In person'],
  ['phone', '来电', 'By phone'],
  ['12345', '12345 热线', 'Hotline 12345'],
  ['worker', '网格员收集', 'Through a grid worker'],
  ['online', '网上', 'Online'],
  ['letter', '来信', 'By letter'],
);

export const REQUEST_KINDS = choices(
  ['livelihood', '民生保障', 'Livelihood'],
  ['housing', '住房与物业', 'Housing and property management'],
  ['environment', '环境卫生', 'Environment'],
  ['utilities', '水电气暖', 'Utilities'],
  ['traffic', '交通出行', 'Traffic'],
  ['employment', '就业', 'Employment'],
  ['health', '医疗健康', 'Health'],
  ['education', '教育', 'Education'],
  ['safety', '公共安全', 'Public safety'],
  ['policy', '政策咨询', 'Questions on policy'],
  ['other', '其他', 'Other'],
);

export const REQUEST_STATES = choices(
  ['registered', '已登记', 'Registered'],
  ['in-progress', '办理中', 'In progress'],
  ['answered', '已答复', 'Answered'],
  ['closed', '已办结', 'Closed'],
);

export const SATISFACTIONS = choices(
  ['satisfied', '满意', 'Satisfied'],
  ['mostly', '基本满意', 'Mostly satisfied'],
  ['dissatisfied', '不满意', 'Dissatisfied'],
  ['unreached', '未联系上', 'Not reached'],
);

export const VISIT_KINDS = choices(
  ['routine', '日常走访', 'Routine'],
  ['care', '关爱探访', 'Care'],
  ['safety', '安全检查', 'Safety check'],
  ['policy', '政策宣传', 'Explaining policy'],
  ['survey', '信息采集', 'Collecting data'],
  ['other', '其他', 'Other'],
);

export const VISIT_WAYS = choices(['door', '上门', 'At the door'], ['phone', '电话', 'By phone'], ['online', '线上', 'Online']);

export const VISIT_FINDINGS = choices(
  ['nothing', '无异常', 'Nothing to note'],
  ['absent', '家中无人', 'Nobody at home'],
  ['hardship', '生活困难', 'Hardship'],
  ['health', '健康问题', 'Health'],
  ['safety', '安全隐患', 'Safety hazard'],
  ['dispute', '矛盾苗头', 'A dispute in the making'],
  ['moved', '人员变动', 'Somebody moved'],
  ['request', '提出诉求', 'A request'],
);

/** GB/T 31000, 矛盾纠纷: scale, by the people involved. */
export const DISPUTE_SCALES = choices(
  ['personal', '个体性', 'Between individuals'],
  ['small', '一般群体性', 'A small group'],
  ['large', '较大群体性', 'A larger group'],
  ['major', '重大群体性', 'A large group'],
);

export const DISPUTE_KINDS = choices(
  ['neighbour', '邻里纠纷', 'Neighbours'],
  ['family', '婚姻家庭', 'Marriage and family'],
  ['property', '物业纠纷', 'Property management'],
  ['labour', '劳动争议', 'Labour'],
  ['debt', '债务纠纷', 'Debts'],
  ['land', '土地山林', 'Land and forest'],
  ['demolition', '征地拆迁', 'Requisition and demolition'],
  ['consumer', '消费纠纷', 'Consumers'],
  ['medical', '医疗纠纷', 'Medical'],
  ['traffic', '道路交通', 'Traffic'],
  ['injury', '损害赔偿', 'Damages'],
  ['environment', '环境污染', 'Pollution'],
  ['school', '校园纠纷', 'School'],
  ['other', '其他', 'Other'],
);

export const MEDIATION_WAYS = choices(
  ['people', '人民调解', 'People’s mediation'],
  ['administrative', '行政调解', 'Administrative mediation'],
  ['judicial', '司法调解', 'Judicial mediation'],
  ['trade', '行业调解', 'Mediation by the trade'],
  ['settled', '双方和解', 'Settled between the parties'],
  ['court', '引导诉讼', 'Led to the court'],
);

export const DISPUTE_STATES = choices(
  ['registered', '登记', 'Registered'],
  ['assigned', '已指派', 'Assigned'],
  ['mediating', '化解中', 'In mediation'],
  ['resolved', '化解成功', 'Resolved'],
  ['failed', '化解失败', 'Failed'],
  ['visited', '已回访', 'Visited again'],
);
