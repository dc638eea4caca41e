import type { EventSource, EventStatus, PhotoStage, TimelineAction, Urgency } from '@wangge/contracts';
import type { SameKeys } from '../translate.js';

type Words = Record<
  | `status.${EventStatus}`
  | `action.${TimelineAction}`
  | `source.${EventSource}`
  | `urgency.${Urgency}`
  | `photos.${PhotoStage}`
  | `verification.${'exists' | 'not-exists' | 'cannot-tell'}`
  | `located.${'inside' | 'border' | 'near'}`,
  string
>;

/** 核实 is before filing (is it there?), 核查 after handling (is it put right?). */
export const eventZh = {
  'status.reported': '待受理',
  'status.verifying': '核实中',
  'status.filed': '待派遣',
  'status.assigned': '待接收',
  'status.handling': '处置中',
  'status.suspended': '挂账',
  'status.handled': '待核查',
  'status.checking': '核查中',
  'status.to-close': '待结案',
  'status.closed': '已结案',
  'status.rated': '已评价',
  'status.rejected': '不予立案',
  'status.cancelled': '已撤回',
  'status.merged': '已并案',
  'status.self-handled': '自办结',

  'action.submit': '上报',
  'action.self-handle': '自行处置',
  'action.send-verify': '送核实',
  'action.verify': '核实',
  'action.file': '立案',
  'action.reject': '不予立案',
  'action.merge': '并案',
  'action.dispatch': '派遣',
  'action.return': '回退',
  'action.accept': '接收',
  'action.suspend': '挂账',
  'action.resume': '恢复处置',
  'action.finish': '处置完毕',
  'action.send-check': '送核查',
  'action.check-pass': '核查通过',
  'action.check-fail': '核查不通过',
  'action.close': '结案',
  'action.reopen': '重新处置',
  'action.rate': '评价',
  'action.withdraw': '撤回',
  'action.regrid': '随网格调整',

  'source.worker': '网格员上报',
  'source.staff': '工作人员登记',
  'source.resident': '居民随手拍',
  'source.department': '部门移送',
  'source.device': '设备告警',

  'urgency.normal': '一般',
  'urgency.urgent': '紧急',
  'urgency.major': '重大',

  'photos.report': '上报',
  'photos.verify': '核实',
  'photos.handle': '处置',
  'photos.check': '核查',

  'verification.exists': '属实',
  'verification.not-exists': '不属实',
  'verification.cannot-tell': '无法判断',

  'located.inside': '在网格内',
  'located.border': '在网格边界上，归编码较小的网格',
  'located.near': '在网格外 {distance} 米，归最近的网格',
} as const satisfies Words;

export const eventEn: SameKeys<typeof eventZh> = {
  'status.reported': 'To be accepted',
  'status.verifying': 'Being verified',
  'status.filed': 'To be dispatched',
  'status.assigned': 'Awaiting department',
  'status.handling': 'In handling',
  'status.suspended': 'Suspended',
  'status.handled': 'To be checked',
  'status.checking': 'Being checked',
  'status.to-close': 'To be closed',
  'status.closed': 'Closed',
  'status.rated': 'Rated',
  'status.rejected': 'Not filed',
  'status.cancelled': 'Withdrawn',
  'status.merged': 'Merged',
  'status.self-handled': 'Settled on the spot',

  'action.submit': 'Report',
  'action.self-handle': 'Settle on the spot',
  'action.send-verify': 'Send to verify',
  'action.verify': 'Verify',
  'action.file': 'File',
  'action.reject': 'Do not file',
  'action.merge': 'Merge',
  'action.dispatch': 'Dispatch',
  'action.return': 'Return',
  'action.accept': 'Accept',
  'action.suspend': 'Suspend',
  'action.resume': 'Resume',
  'action.finish': 'Handling finished',
  'action.send-check': 'Send to check',
  'action.check-pass': 'Check passed',
  'action.check-fail': 'Check failed',
  'action.close': 'Close',
  'action.reopen': 'Reopen',
  'action.rate': 'Rate',
  'action.withdraw': 'Withdraw',
  'action.regrid': 'Moved with its grid',

  'source.worker': 'Grid worker',
  'source.staff': 'Staff',
  'source.resident': 'Resident',
  'source.department': 'Department',
  'source.device': 'Device',

  'urgency.normal': 'Normal',
  'urgency.urgent': 'Urgent',
  'urgency.major': 'Major',

  'photos.report': 'Report',
  'photos.verify': 'Verification',
  'photos.handle': 'Handling',
  'photos.check': 'Check',

  'verification.exists': 'It is there',
  'verification.not-exists': 'It is not there',
  'verification.cannot-tell': 'Cannot tell',

  'located.inside': 'Inside the unit grid',
  'located.border': 'On a border: the grid with the lower code has it',
  'located.near': '{distance} m outside: the nearest unit grid has it',
};
