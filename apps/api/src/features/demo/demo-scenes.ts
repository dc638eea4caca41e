/** What happens in the demo district. All of it is made up. */
export interface Scene {
  readonly classCode: string;
  /** How often it is seen, among all. */
  readonly weight: number;
  readonly department: DepartmentKey;
  readonly descriptions: readonly string[];
  readonly done: string;
  readonly picture: PictureKind;
}

export type PictureKind = 'cover' | 'rubbish' | 'road' | 'lamp' | 'parking' | 'stall' | 'poster' | 'tree' | 'ice' | 'wire';

export const DEPARTMENTS = {
  municipal: { name: '市政设施维护中心', handles: ['01', '02', '06012', '06013'] },
  cleaning: { name: '环卫服务中心', handles: ['03', '06010', '06011', '06042', '10001'] },
  order: { name: '城管执法大队', handles: ['07', '09', '08'] },
  lighting: { name: '路灯管理所', handles: ['01037', '01038', '01039'] },
  water: { name: '供排水公司', handles: ['01001', '01002', '01003'] },
  heating: { name: '供热公司', handles: ['01010', '01061'] },
  green: { name: '园林绿化处', handles: ['04', '06017'] },
  traffic: { name: '交警大队', handles: ['02014', '09009'] },
  fire: { name: '消防救援大队', handles: ['09012'] },
} as const;
export type DepartmentKey = keyof typeof DEPARTMENTS;

export const SCENES: readonly Scene[] = [
  {
    classCode: '06010',
    weight: 12,
    department: 'cleaning',
    descriptions: ['垃圾袋堆在路边没入桶，有异味', '早市散了以后留下一地菜叶', '楼后空地上有人倒了生活垃圾'],
    done: '已清理干净，喷洒除味',
    picture: 'rubbish',
  },
  {
    classCode: '06042',
    weight: 7,
    department: 'cleaning',
    descriptions: ['垃圾箱满了，盖子合不上', '小区门口四个桶都溢出来了'],
    done: '已清运，更换垃圾袋',
    picture: 'rubbish',
  },
  {
    classCode: '06036',
    weight: 6,
    department: 'cleaning',
    descriptions: ['楼道口堆着旧家具和纸箱', '人行道上堆放装修材料'],
    done: '已搬离，现场恢复畅通',
    picture: 'rubbish',
  },
  {
    classCode: '01003',
    weight: 7,
    department: 'water',
    descriptions: ['雨水井盖缺了一角，能看到下面的水', '井盖翻了，旁边是学生上学的路', '井盖松动，车压过去咣当响'],
    done: '已更换井盖，与路面齐平',
    picture: 'cover',
  },
  {
    classCode: '01002',
    weight: 4,
    department: 'water',
    descriptions: ['污水井往外冒水，路面湿滑', '污水井盖下沉约三厘米'],
    done: '已疏通管道，井盖垫平',
    picture: 'cover',
  },
  {
    classCode: '01010',
    weight: 3,
    department: 'heating',
    descriptions: ['热力井冒热气，周边结冰', '热力井盖边缘破损'],
    done: '已检修阀门，更换井盖',
    picture: 'cover',
  },
  {
    classCode: '01037',
    weight: 6,
    department: 'lighting',
    descriptions: ['路灯连着三盏不亮，晚上很黑', '路灯白天也亮着', '灯杆歪了，像要倒'],
    done: '已更换灯头，试亮正常',
    picture: 'lamp',
  },
  {
    classCode: '06013',
    weight: 5,
    department: 'municipal',
    descriptions: ['路面坑有脸盆大，积着水', '人行道砖松动好几块'],
    done: '已填补压实，恢复通行',
    picture: 'road',
  },
  {
    classCode: '06012',
    weight: 5,
    department: 'cleaning',
    descriptions: ['路上有泥土，车过扬灰', '渣土车漏了一路'],
    done: '已冲洗清扫',
    picture: 'road',
  },
  {
    classCode: '09009',
    weight: 9,
    department: 'traffic',
    descriptions: ['车停在人行道上，轮椅过不去', '小区路口两侧停满车，公交拐不了弯'],
    done: '已劝离，路口加设提示',
    picture: 'parking',
  },
  {
    classCode: '09012',
    weight: 6,
    department: 'fire',
    descriptions: ['消防通道被两辆车堵住', '楼门前消防通道加了地锁'],
    done: '已清空通道，重新划线',
    picture: 'parking',
  },
  {
    classCode: '09006',
    weight: 6,
    department: 'order',
    descriptions: ['烧烤摊占了半边路', '水果摊摆到斑马线上'],
    done: '已规范，移回店内经营',
    picture: 'stall',
  },
  {
    classCode: '09005',
    weight: 4,
    department: 'order',
    descriptions: ['店外堆货占盲道', '饭店把桌子摆到门外'],
    done: '已撤回店内',
    picture: 'stall',
  },
  {
    classCode: '07001',
    weight: 6,
    department: 'order',
    descriptions: ['电线杆上贴满小广告', '楼道里喷了开锁电话'],
    done: '已清除并覆盖',
    picture: 'poster',
  },
  {
    classCode: '06017',
    weight: 3,
    department: 'green',
    descriptions: ['绿地里有塑料袋和饮料瓶', '绿化带里有狗粪'],
    done: '已捡拾清理',
    picture: 'tree',
  },
  {
    classCode: '04002',
    weight: 3,
    department: 'green',
    descriptions: ['行道树的大枝断了，挂在半空', '树倒伏，压着栏杆'],
    done: '已修剪，枝条运走',
    picture: 'tree',
  },
  {
    classCode: '10001',
    weight: 8,
    department: 'cleaning',
    descriptions: ['坡道结冰，老人走路打滑', '桥面积雪没清，两边堆成埂', '小学门口路面结冰'],
    done: '已铲除冰雪，撒布防滑料',
    picture: 'ice',
  },
  {
    classCode: '10002',
    weight: 3,
    department: 'municipal',
    descriptions: ['网线垂下来，离地不到两米', '一根断了的线挂在树上'],
    done: '已收线固定',
    picture: 'wire',
  },
];

export const PLACES = [
  '小区东门外',
  '超市门前',
  '公交站牌旁',
  '小学北门',
  '社区卫生站对面',
  '三号楼楼后',
  '农贸市场南口',
  '广场西侧人行道',
  '锅炉房旁',
  '村委会门前路口',
  '桥头南侧',
  '幼儿园围墙外',
] as const;

export const REJECT_REASONS = ['现场未发现所报情况', '属于小区内部事务，已转物业', '同一问题正在施工处理'] as const;
export const RETURN_REASONS = ['不在我单位管护范围，请核对权属', '该路段已移交，建议派给市政'] as const;
export const FAIL_REASONS = ['只清了一半，路边还有', '井盖仍有响动', '盖好了但周边没有恢复'] as const;
export const SUSPEND_REASONS = ['等配件到货', '气温过低，开春后施工'] as const;
