import { pick } from './demo-steps.js';
import type { DemoContext, DemoRecord, DemoSpot } from './demo-registers-record.js';
import { between, dayAfter, dayBefore, demoPhone, instantBefore, personName, roundPoint } from './demo-registers-words.js';

const TEAMS = [
  ['四季先锋志愿队', 'environment'],
  ['邻里互助队', 'elderly'],
  ['银龄巡逻队', 'order'],
  ['绿色家园队', 'environment'],
] as const;

export const makeTeams = (context: DemoContext, spotOf: () => DemoSpot): DemoRecord[] =>
  TEAMS.map(([name, serviceKind]) => ({
    ...context.born(),
    gridCode: spotOf().gridCode,
    point: null,
    values: {
      name,
      serviceKind,
      leaderName: personName(context.random),
      leaderPhone: demoPhone(context.random),
      foundedOn: dayBefore(context.random, context.today, 6),
    },
  }));

export function makeActivity(context: DemoContext, spot: DemoSpot, team: DemoRecord, index: number): DemoRecord {
  const { random } = context;
  const state = pick(random, ['planned', 'running', 'finished', 'finished', 'finished']);
  const beginsAt = instantBefore(context, state === 'planned' ? -between(random, 1000, 9000) : index * 900);
  return {
    ...context.born(),
    gridCode: spot.gridCode,
    point: roundPoint(spot),
    values: {
      name: `${spot.community}${pick(random, ['周末大扫除', '助老理发', '平安巡逻', '旧衣回收', '义诊服务'])}`,
      serviceKind: team.values.serviceKind ?? null,
      teamId: team.id,
      beginsAt,
      place: `${spot.street}${spot.community}`,
      wanted: between(random, 5, 30),
      state,
      ...(state === 'finished' && { outcome: '活动顺利完成，居民反响良好。（演示数据）' }),
    },
  };
}

export function makeServiceRecord(context: DemoContext, volunteer: DemoRecord, activity: DemoRecord): DemoRecord {
  const { random, today } = context;
  return {
    ...context.born(),
    gridCode: volunteer.gridCode,
    point: null,
    values: {
      subject: String(activity.values.name),
      volunteerId: volunteer.id,
      activityId: activity.id,
      servedOn: dayBefore(random, today, 1),
      hours: between(random, 2, 12) / 2,
    },
  };
}

export function makeCarePlan(context: DemoContext, household: DemoRecord): DemoRecord {
  const { random, today } = context;
  const state = pick(random, ['drafted', 'running', 'running', 'done']);
  const [goal, measures] = pick(random, [
    ['申领低保并稳定家庭收入', 'allowance,job'],
    ['保障老人就医与日常照料', 'medical,companionship'],
    ['孩子完成本学年学业', 'schooling'],
    ['改善住房取暖条件', 'housing'],
  ] as const);
  return {
    ...context.born(),
    gridCode: household.gridCode,
    point: null,
    values: {
      goal,
      householdId: household.id,
      measures,
      state,
      ...(state !== 'drafted' && {
        helperName: personName(random),
        helperPhone: demoPhone(random),
        begunOn: dayBefore(random, today, 1),
        dueOn: dayAfter(random, today, 1),
      }),
      ...(state === 'done' && { result: '目标达成，转入日常走访。（演示数据）', endedOn: dayBefore(random, today, 1) }),
    },
  };
}
