import { choices } from './choices.js';

export const BUILDING_USES = choices(
  ['residential', '住宅', 'Residential'],
  ['commercial', '商业', 'Commercial'],
  ['mixed', '商住混合', 'Shops and homes'],
  ['office', '办公', 'Offices'],
  ['industrial', '工业', 'Industrial'],
  ['storage', '仓储', 'Storage'],
  ['education', '教育', 'Education'],
  ['medical', '医疗卫生', 'Medical'],
  ['public', '公共服务', 'Public service'],
  ['other', '其他', 'Other'],
);

export const BUILDING_STRUCTURES = choices(
  ['1', '钢结构', 'Steel'],
  ['2', '钢和钢筋混凝土结构', 'Steel and reinforced concrete'],
  ['3', '钢筋混凝土结构', 'Reinforced concrete'],
  ['4', '混合结构', 'Mixed masonry'],
  ['5', '砖木结构', 'Brick and timber'],
  ['6', '其他结构', 'Other'],
);

export const SAFETY_HAZARDS = choices(
  ['none', '无', 'None'],
  ['fire', '消防隐患', 'Fire'],
  ['structure', '结构隐患', 'Structure'],
  ['gas', '燃气隐患', 'Gas'],
  ['electricity', '用电隐患', 'Electricity'],
  ['production', '生产安全隐患', 'Work safety'],
  ['other', '其他', 'Other'],
);

/** GB/T 47678.5, table 2 */
export const COMPONENT_STATES = choices(
  ['intact', '完好', 'Intact'],
  ['damaged', '破损', 'Damaged'],
  ['lost', '丢失', 'Lost'],
  ['abandoned', '废弃', 'Abandoned'],
  ['removed', '移除', 'Removed'],
);

/** GB/T 47678.5, table 2 */
export const DATA_SOURCES = choices(
  ['survey', '实测', 'Surveyed'],
  ['topographic', '地形图', 'Topographic map'],
  ['basic', '基础地理数据', 'Basic geographic data'],
  ['other', '其他', 'Other'],
);

/** How well a component is placed. */
export const ACCURACIES = choices(
  ['A', 'A 级（±0.5 米）', 'A (±0.5 m)'],
  ['B', 'B 级（±1.0 米）', 'B (±1.0 m)'],
  ['C', 'C 级（±10 米）', 'C (±10 m)'],
);
