import { pick } from './demo-steps.js';
import type { DemoContext, DemoRecord, DemoSpot } from './demo-registers-record.js';
import { between, dayAfter, dayBefore, demoPhone, instantBefore, personName, roundPoint } from './demo-registers-words.js';

const REQUESTS = [
  ['utilities', '楼道感应灯不亮，希望尽快维修', '已更换感应灯，当晚恢复照明。'],
  ['environment', '楼前垃圾桶清运不及时', '已与清运队调整时间，每日两次清运。'],
  ['housing', '屋面渗水，请协调维修', '已联系维修单位勘查并补做防水。'],
  ['traffic', '路口没有斑马线，孩子上学不安全', '已转交通部门，划线列入本月计划。'],
  ['policy', '咨询高龄津贴如何办理', '已上门讲解并协助提交材料。'],
] as const;

export function makeRequest(context: DemoContext, spot: DemoSpot, index: number): DemoRecord {
  const { random, today } = context;
  const [requestKind, title, answer] = pick(random, REQUESTS);
  const state = pick(random, ['registered', 'in-progress', 'answered', 'closed', 'closed']);
  const isTaken = state !== 'registered';
  const isAnswered = state === 'answered' || state === 'closed';
  return {
    ...context.born(),
    gridCode: spot.gridCode,
    point: roundPoint(spot),
    values: {
      title,
      requestKind,
      channel: pick(random, ['visit', 'phone', '12345', 'worker', 'online']),
      receivedAt: instantBefore(context, index * 400 + between(random, 5, 300)),
      content: `${spot.community}居民反映：${title}。（演示数据）`,
      requesterName: personName(random),
      requesterPhone: demoPhone(random),
      state,
      ...(isTaken && { handlerName: personName(random), dueOn: dayAfter(random, today, 1) }),
      ...(isAnswered && { answer, answeredOn: dayBefore(random, today, 1) }),
      ...(state === 'closed' && { satisfaction: pick(random, ['satisfied', 'satisfied', 'mostly', 'dissatisfied']) }),
    },
  };
}

export function makeVisit(context: DemoContext, resident: DemoRecord, index: number): DemoRecord {
  const { random, today } = context;
  const [visitKind, subject, findings, record] = pick(random, [
    ['care', '独居老人探访', 'nothing', '精神状态良好，已提醒按时用药。'],
    ['safety', '燃气安全入户检查', 'safety', '灶具软管老化，已约维修人员更换。'],
    ['survey', '人口信息核对', 'moved', '家中一人外出务工，信息已更新。'],
    ['policy', '救助政策宣传', 'hardship,request', '家庭收入下降，协助准备申请材料。'],
    ['routine', '日常走访', 'absent', '家中无人，已留联系卡。'],
  ] as const);
  return {
    ...context.born(),
    gridCode: resident.gridCode,
    point: null,
    values: {
      subject,
      visitKind,
      way: random() < 0.8 ? 'door' : 'phone',
      visitedAt: instantBefore(context, index * 300 + between(random, 5, 200)),
      householdId: resident.values.householdId ?? null,
      residentId: resident.id,
      findings,
      record: `${record}（演示数据）`,
      nextVisitOn: random() < 0.5 ? dayAfter(random, today, 1) : null,
    },
  };
}

const DISPUTES = [
  ['neighbour', '楼上漏水引起的邻里纠纷', '双方签订协议，由楼上住户承担维修费用。'],
  ['property', '物业费与服务质量纠纷', '物业承诺整改并减免一个季度费用。'],
  ['family', '赡养老人分担纠纷', '兄弟姐妹议定按月分担，社区定期回访。'],
  ['labour', '零工工资拖欠纠纷', '包工方当场结清工资。'],
  ['traffic', '电动车碰撞赔偿纠纷', '双方和解，赔偿已支付。'],
] as const;
const STATES = ['registered', 'assigned', 'mediating', 'resolved', 'resolved', 'failed', 'visited'];

export function makeDispute(context: DemoContext, spot: DemoSpot): DemoRecord {
  const { random, today } = context;
  const [disputeKind, title, result] = pick(random, DISPUTES);
  const state = pick(random, STATES);
  const isAssigned = state !== 'registered';
  const isEnded = ['resolved', 'failed', 'visited'].includes(state);
  return {
    ...context.born(),
    gridCode: spot.gridCode,
    point: roundPoint(spot),
    values: {
      title,
      disputeKind,
      scale: pick(random, ['personal', 'personal', 'small']),
      occurredOn: dayBefore(random, today, 1),
      place: `${spot.street}${spot.community}`,
      peopleInvolved: between(random, 2, 9),
      summary: `${title}，双方各执一词，申请社区调解。（演示数据）`,
      partyName: personName(random),
      partyPhone: demoPhone(random),
      state,
      ...(isAssigned && {
        mediatingBody: `${spot.community}人民调解委员会`,
        mediatorName: personName(random),
        dueOn: dayAfter(random, today, 1),
      }),
      ...((isEnded || state === 'mediating') && { way: 'people' }),
      ...(isEnded && {
        result: state === 'failed' ? '三次调解未达成一致，已告知诉讼途径。' : result,
        resolvedOn: dayBefore(random, today, 1),
      }),
      ...(state === 'visited' && {
        satisfaction: 'satisfied',
        reviewedOn: dayBefore(random, today, 1),
        reviewNote: '双方已按协议履行。',
      }),
    },
  };
}
