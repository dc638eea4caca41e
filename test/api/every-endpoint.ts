import * as contracts from '@wangge/contracts';
import type { Endpoint } from '@wangge/contracts';
import { newId, sha256 } from './events.js';
import { fireUnits } from './own-registers.js';
import { residentValues } from './registers.js';
import type { Ask } from './wire.js';

/** What the requests below are about. */
export interface House {
  readonly event: { readonly id: string; readonly version: number };
  /** A resident in the register. */
  readonly record: { readonly id: string; readonly version: number };
  /** One that may be taken out. */
  readonly spare: { readonly id: string; readonly version: number };
  /** Two of them, entered twice: the pair they make, and a merge that was done of two others. */
  readonly twins: { readonly one: string; readonly other: string; readonly pair: string };
  readonly merge: { readonly record: string; readonly id: string };
  /** A file of a team of volunteers. */
  readonly attached: { readonly record: string; readonly id: string };
  /** A request to move a record to another community. */
  readonly asked: { readonly id: string };
  /** A tagged resident, and two of his tags. */
  readonly tagged: { readonly record: string; readonly one: string; readonly other: string };
  readonly point: contracts.Point;
  readonly photo: Buffer;
  /** A file of one good row, tried and to be confirmed; another one, to be given up. */
  readonly tried: { readonly id: string };
  readonly spareTried: { readonly id: string };
  /** An export that waits for a decision, and one that needs none. */
  readonly exported: { readonly id: string };
  readonly exportedPlain: { readonly id: string };
  /** Drafts of a district's own standards: one to be changed, one to be given up. */
  readonly edition: { readonly id: string; readonly version: number };
  readonly spareEdition: { readonly id: string; readonly version: number };
  /** The place of an entry in the audit trail. */
  readonly audited: string;
  /** A table with a record that lacks something, in the part of worker1; another one that may be ended. */
  readonly table: { readonly id: string; readonly part: string; readonly record: string };
  readonly spareTable: { readonly id: string; readonly version: number };
  /** A department that has nothing in hand. */
  readonly department: string;
  /** An account that may be disabled. */
  readonly account: { readonly id: string; readonly version: number };
  /** A planned change of a unit grid. */
  readonly gridChange: { readonly id: string; readonly version: number };
  readonly receipt: contracts.PublicReceipt;
  readonly signIn: { readonly username: string; readonly password: string };
}

export interface Trial {
  readonly ask: (house: House) => Ask;
  /** Who gets what he asks for, and the answer; nobody in particular where everybody may ask. */
  readonly insider: readonly [username: string | undefined, said: string];
  /**
   * Who may ask such a thing elsewhere, and what he is told here: a status, `empty` for a list of nothing, or what the
   * answer holds where it has another form. Left out where all see the same.
   */
  readonly outsider?: readonly [username: string, said: string | object];
}

const V1 = '/api/v1';
const get = (path: string) => (): Ask => ({ path: V1 + path });
const post =
  (path: string, body: (house: House) => object) =>
  (house: House): Ask => ({ method: 'POST', path: V1 + path, body: body(house) });
const PERIOD = 'from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z';
const FAR = 'far-supervisor';
const NOBODY = undefined;
const account = (scope: string) => ({
  id: newId(),
  username: `made-${newId().slice(-8)}`,
  name: '新来的',
  password: 'Long-enough-77',
  assignments: [{ role: 'leader', scope }],
});

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** A new name for a unit grid of 向阳街道, the day after tomorrow. */
export const renaming = (code: string) => ({
  id: newId(),
  draft: { kind: 'rename' as const, code, name: '幸福网格' },
  effectiveOn: new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10),
  reason: '居民要求',
});
/** A table of the residents of a community, of whom something is asked that no register knows. */
export const visits = (scope = '230302004002') => ({
  title: '冬季走访表',
  register: 'residents',
  filter: { scope },
  columns: [
    { key: 'name', ask: false },
    { key: 'occupation', ask: true },
    { key: 'householdId.tenure', ask: true },
  ],
  questions: [{ label: '取暖方式', kind: 'choice' as const, choices: ['集中供热', '自烧煤'] }],
  dueOn: null,
});
const merging = { kind: 'merge', codes: ['230302004002001', '230302004002002'] };

/** A request for every endpoint there is: a new endpoint is added here, or its test fails. */
export const TRIALS: Readonly<Record<string, Trial>> = {
  'sessionApi.signIn': { ask: post('/session', ({ signIn }) => signIn), insider: [NOBODY, '201'] },
  'sessionApi.refresh': { ask: post('/session/refresh', () => ({ screen: 'api' })), insider: [NOBODY, '401 session.missing'] },
  'sessionApi.signOut': { ask: () => ({ method: 'DELETE', path: `${V1}/session` }), insider: ['leaver', '204'] },
  'sessionApi.me': { ask: get('/me'), insider: ['worker1', '200'] },
  'accountsApi.list': { ask: get('/accounts?q=w'), insider: ['sysadmin', '200'], outsider: ['far-sysadmin', 'empty'] },
  'accountsApi.create': {
    ask: post('/accounts', () => account('230302')),
    insider: ['sysadmin', '201'],
    outsider: ['far-sysadmin', '403 permission.denied'],
  },
  'accountsApi.change': {
    ask: (house) => ({
      method: 'PATCH',
      path: `${V1}/accounts/${house.account.id}`,
      body: { version: house.account.version, disabled: true },
    }),
    insider: ['secadmin', '200'],
    outsider: ['far-secadmin', '404 not-found'],
  },
  'auditApi.list': {
    ask: get('/audit/entries?district=230302'),
    insider: ['auditadmin', '200'],
    outsider: ['far-auditadmin', '404 not-found'],
  },
  'auditApi.get': {
    ask: ({ audited }) => ({ path: `${V1}/audit/entries/${audited}` }),
    insider: ['auditadmin', '200'],
    outsider: ['far-auditadmin', '404 not-found'],
  },
  'auditApi.verify': { ask: post('/audit/verifications', () => ({})), insider: ['auditadmin', '201'] },
  'auditApi.verification': {
    ask: get('/audit/verifications/latest'),
    insider: ['auditadmin', '200'],
    outsider: ['far-auditadmin', { verification: null }],
  },
  'auditApi.export': {
    ask: get('/audit/export?district=230302'),
    insider: ['auditadmin', '200'],
    outsider: ['far-auditadmin', '404 not-found'],
  },
  'retentionApi.rules': { ask: get('/retention/rules'), insider: ['secadmin', '200'] },
  'retentionApi.change': {
    ask: () => ({ method: 'PATCH', path: `${V1}/retention/rules/sessions`, body: { version: 0, days: 30, reason: '缩短保存' } }),
    insider: ['secadmin', '200'],
  },
  'retentionApi.versions': {
    ask: get('/retention/rules/visit-notes/versions'),
    insider: ['secadmin', '200'],
    outsider: ['far-secadmin', 'empty'],
  },
  'retentionApi.start': {
    ask: post('/retention/runs', () => ({ id: newId(), kind: 'trial' })),
    insider: ['secadmin', '201'],
  },
  'retentionApi.runs': { ask: get('/retention/runs'), insider: ['secadmin', '200'], outsider: ['far-secadmin', 'empty'] },
  'departmentsApi.list': { ask: get('/departments'), insider: ['dispatcher', '200'], outsider: [FAR, 'empty'] },
  'departmentsApi.dissolve': {
    ask: ({ department }) => ({ method: 'POST', path: `${V1}/departments/${department}/dissolve` }),
    insider: ['sysadmin', '200'],
    outsider: ['far-sysadmin', '404 not-found'],
  },
  'gridsApi.list': { ask: get('/grids?parent=230302'), insider: ['worker1', '200'] },
  'gridsApi.locate': {
    ask: ({ point }) => ({ path: `${V1}/grids/locate?lng=${point.lng}&lat=${point.lat}` }),
    insider: ['worker1', '200'],
  },
  'gridsApi.boundaries': { ask: get('/grids/boundaries?parent=230302004'), insider: ['worker1', '200'] },
  'gridsApi.get': { ask: get('/grids/230302004002'), insider: ['worker1', '200'] },
  'gridChangesApi.check': {
    ask: post('/grid-changes/check', () => ({ draft: merging })),
    insider: ['supervisor', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'gridChangesApi.draftMoves': {
    ask: post('/grid-changes/check/moves', () => ({ draft: merging, kind: 'residents' })),
    insider: ['supervisor', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'gridChangesApi.plan': {
    ask: post('/grid-changes', () => renaming('230302001001002')),
    insider: ['supervisor', '201'],
    outsider: [FAR, '404 not-found'],
  },
  'gridChangesApi.list': { ask: get('/grid-changes'), insider: ['supervisor', '200'], outsider: [FAR, 'empty'] },
  'gridChangesApi.get': {
    ask: ({ gridChange }) => ({ path: `${V1}/grid-changes/${gridChange.id}` }),
    insider: ['supervisor', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'gridChangesApi.moves': {
    ask: ({ gridChange }) => ({ path: `${V1}/grid-changes/${gridChange.id}/moves?kind=residents` }),
    insider: ['supervisor', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'gridChangesApi.undo': {
    ask: ({ gridChange: { id, version } }) => ({ method: 'POST', path: `${V1}/grid-changes/${id}/undo`, body: { version } }),
    insider: ['supervisor', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'standardsApi.classes': { ask: get('/standards/classes'), insider: ['worker1', '200'] },
  'standardsApi.conditions': { ask: get('/standards/classes/01003/conditions'), insider: ['desk', '200'] },
  'standardBooksApi.list': { ask: get('/standards/editions?book=responsibility'), insider: ['supervisor', '200'], outsider: [FAR, 'empty'] },
  'standardBooksApi.draft': {
    ask: post('/standards/editions', () => ({ id: newId(), book: 'calendar' })),
    insider: ['supervisor', '201'],
  },
  'standardBooksApi.get': {
    ask: ({ edition }) => ({ path: `${V1}/standards/editions/${edition.id}` }),
    insider: ['supervisor', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'standardBooksApi.workbook': {
    ask: ({ edition }) => ({ path: `${V1}/standards/editions/${edition.id}/workbook` }),
    insider: ['supervisor', '200'],
    outsider: [FAR, '404 not-found'],
  },
  // A photo is no workbook.
  'standardBooksApi.import': {
    ask: ({ edition, photo }) => ({ method: 'POST', path: `${V1}/standards/editions/${edition.id}/workbook?version=${edition.version}`, body: photo }),
    insider: ['supervisor', '422 import.not-a-workbook'],
    outsider: [FAR, '404 not-found'],
  },
  'standardBooksApi.publish': {
    ask: ({ spareEdition: { id, version } }) => ({
      method: 'POST',
      path: `${V1}/standards/editions/${id}/publish`,
      body: { version, effectiveOn: '2199-01-01', note: '没有改动' },
    }),
    insider: ['supervisor', '422 standard.unchanged'],
    outsider: [FAR, '404 not-found'],
  },
  'standardBooksApi.change': {
    ask: ({ edition: { id, version } }) => ({
      method: 'PATCH',
      path: `${V1}/standards/editions/${id}`,
      body: { version, changes: [{ list: 'responsibilities', at: 0, row: { classCode: '01' } }] },
    }),
    insider: ['supervisor', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'standardBooksApi.withdraw': {
    ask: ({ spareEdition: { id, version } }) => ({
      method: 'POST',
      path: `${V1}/standards/editions/${id}/withdraw`,
      body: { version, note: '不用了' },
    }),
    insider: ['supervisor', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'tasksApi.mine': { ask: get('/tasks'), insider: ['worker2', '200'], outsider: ['far-worker', 'empty'] },
  'eventsApi.list': { ask: get('/events'), insider: ['desk', '200'], outsider: [FAR, 'empty'] },
  'eventsApi.queues': { ask: get('/events/queues'), insider: ['desk', '200'], outsider: [FAR, 'empty'] },
  'eventsApi.areas': { ask: get('/events/areas?parent=230302'), insider: ['desk', '200'], outsider: [FAR, 'empty'] },
  'eventsApi.map': { ask: get('/events/map'), insider: ['desk', '200'], outsider: [FAR, 'empty'] },
  // Anybody who may report may do so where he stands.
  'eventsApi.report': {
    ask: post('/events', ({ point }) => ({ id: newId(), description: '路灯不亮', point })),
    insider: ['worker1', '201'],
  },
  'eventsApi.get': {
    ask: ({ event }) => ({ path: `${V1}/events/${event.id}` }),
    insider: ['desk', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'eventsApi.nearby': {
    ask: ({ event }) => ({ path: `${V1}/events/${event.id}/nearby` }),
    insider: ['desk', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'eventsApi.workers': {
    ask: ({ event }) => ({ path: `${V1}/events/${event.id}/workers` }),
    insider: ['desk', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'eventsApi.act': {
    ask: ({ event }) => ({
      method: 'POST',
      path: `${V1}/events/${event.id}/actions`,
      body: { action: 'send-verify', version: event.version },
    }),
    insider: ['desk', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'filesApi.put': {
    ask: ({ photo }) => ({ method: 'PUT', path: `${V1}/files/${sha256(photo)}`, body: photo }),
    insider: ['worker1', '200'],
    outsider: ['worker3', '404 file.not-declared'],
  },
  'filesApi.state': {
    ask: ({ photo }) => ({ path: `${V1}/files/${sha256(photo)}/state` }),
    insider: ['worker1', '200'],
    outsider: ['worker3', '404 file.not-declared'],
  },
  'filesApi.get': {
    ask: ({ photo }) => ({ path: `${V1}/files/${sha256(photo)}` }),
    insider: ['worker1', '200'],
    outsider: ['worker3', '404 not-found'],
  },
  'registersApi.list': { ask: get('/registers'), insider: ['community', '200'] },
  'registersApi.records': { ask: get('/registers/residents/records'), insider: ['community', '200'], outsider: [FAR, 'empty'] },
  'registersApi.search': {
    ask: post('/registers/residents/records/search', () => ({ q: '钱' })),
    insider: ['community', '200'],
    outsider: [FAR, 'empty'],
  },
  'searchApi.find': {
    ask: post('/search', () => ({ words: '路灯' })),
    insider: ['community', '200'],
    outsider: [FAR, { registers: [], events: { total: 0, items: [] } }],
  },
  'registersApi.get': {
    ask: ({ record }) => ({ path: `${V1}/registers/residents/records/${record.id}` }),
    insider: ['community', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'picturesApi.record': {
    ask: ({ record }) => ({ path: `${V1}/registers/residents/records/${record.id}/picture` }),
    insider: ['community', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'picturesApi.grid': {
    ask: get('/grids/230302004002/picture'),
    insider: ['community', '200'],
    outsider: [FAR, { registers: null, events: null, newest: [] }],
  },
  'registerMapApi.window': {
    ask: get('/registers/residents/map?bbox=130.8,45.2,131.1,45.4'),
    insider: ['community', '200'],
    outsider: [FAR, { kind: 'points', items: [] }],
  },
  'registerMapApi.select': {
    ask: post('/registers/residents/map/selection', () => ({
      ring: [
        [130.8, 45.2],
        [131.1, 45.2],
        [131.1, 45.4],
      ],
    })),
    insider: ['community', '200'],
    outsider: [FAR, 'empty'],
  },
  'registersApi.history': {
    ask: ({ record }) => ({ path: `${V1}/registers/residents/records/${record.id}/history` }),
    insider: ['community', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'registersApi.create': {
    ask: post('/registers/residents/records', ({ point }) => ({ id: newId(), point, values: residentValues() })),
    insider: ['community', '201'],
    outsider: ['far-worker', '404 not-found'],
  },
  'registersApi.change': {
    ask: ({ record }) => ({
      method: 'PATCH',
      path: `${V1}/registers/residents/records/${record.id}`,
      body: { version: record.version, values: {} },
    }),
    insider: ['community', '200'],
    outsider: ['far-worker', '404 not-found'],
  },
  'registersApi.act': {
    ask: ({ record }) => ({
      method: 'POST',
      path: `${V1}/registers/residents/records/${record.id}/actions`,
      body: { action: 'assign', version: record.version, values: {} },
    }),
    insider: ['community', '409 record.action-unavailable'],
    outsider: ['far-worker', '404 not-found'],
  },
  'registersApi.reveal': {
    ask: ({ record }) => ({
      method: 'POST',
      path: `${V1}/registers/residents/records/${record.id}/reveal`,
      body: { field: 'birthDate', reason: '核对信息' },
    }),
    insider: ['community', '200'],
    outsider: ['far-staff', '404 not-found'],
  },
  'registersApi.remove': {
    ask: ({ spare }) => ({
      method: 'DELETE',
      path: `${V1}/registers/residents/records/${spare.id}?version=${spare.version}`,
      body: { reason: '登记有误' },
    }),
    insider: ['community', '204'],
    outsider: ['far-staff', '404 not-found'],
  },
  'registerAttachmentsApi.list': {
    ask: ({ attached }) => ({ path: `${V1}/registers/volunteer-teams/records/${attached.record}/attachments` }),
    insider: ['community', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'registerAttachmentsApi.declare': {
    ask: ({ attached, photo }) => ({
      method: 'POST',
      path: `${V1}/registers/volunteer-teams/records/${attached.record}/attachments`,
      body: { id: newId(), kind: 'photo', name: '合影.png', type: 'image/png', bytes: photo.length, sha256: sha256(photo) },
    }),
    insider: ['community', '201'],
    outsider: ['far-staff', '404 not-found'],
  },
  'registerAttachmentsApi.content': {
    ask: ({ attached }) => ({ path: `${V1}/registers/volunteer-teams/records/${attached.record}/attachments/${attached.id}` }),
    insider: ['community', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'registerAttachmentsApi.reveal': {
    ask: ({ attached }) => ({
      method: 'POST',
      path: `${V1}/registers/volunteer-teams/records/${attached.record}/attachments/${attached.id}/reveal`,
      body: { reason: '核对信息' },
    }),
    insider: ['community', '200'],
    outsider: ['far-staff', '404 not-found'],
  },
  'registerAttachmentsApi.remove': {
    ask: ({ attached }) => ({
      method: 'DELETE',
      path: `${V1}/registers/volunteer-teams/records/${attached.record}/attachments/${attached.id}`,
      body: { reason: '传错了' },
    }),
    insider: ['community', '204'],
    outsider: ['far-staff', '404 not-found'],
  },
  'registerMovesApi.move': {
    ask: ({ record }) => ({
      method: 'POST',
      path: `${V1}/registers/residents/records/${record.id}/move`,
      body: { id: newId(), version: record.version, gridCode: '230302001', values: {}, reason: '搬家' },
    }),
    insider: ['community', '422 move.nowhere'],
    outsider: ['far-staff', '404 not-found'],
  },
  'registerMovesApi.list': {
    ask: get('/registers/residents/moves?direction=out'),
    insider: ['community', '200'],
    outsider: ['far-staff', 'empty'],
  },
  'registerMovesApi.decide': {
    ask: ({ asked }) => ({
      method: 'POST',
      path: `${V1}/registers/residents/moves/${asked.id}/decide`,
      body: { action: 'withdraw', reason: '不搬了' },
    }),
    insider: ['community', '200'],
    outsider: ['far-staff', '404 not-found'],
  },
  'registerTagsApi.list': {
    ask: ({ tagged }) => ({ path: `${V1}/registers/residents/records/${tagged.record}/tags` }),
    insider: ['community', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'registerTagsApi.look': {
    ask: ({ tagged }) => ({
      method: 'POST',
      path: `${V1}/registers/residents/records/${tagged.record}/tags/look`,
      body: { reason: '例行走访' },
    }),
    insider: ['safety', '200'],
    outsider: ['far-safety', '404 not-found'],
  },
  'registerTagsApi.add': {
    ask: ({ tagged }) => ({
      method: 'POST',
      path: `${V1}/registers/residents/records/${tagged.record}/tags`,
      body: { id: newId(), kind: 'preferential', source: '入户核实', since: '2026-01-01', expiresOn: today() },
    }),
    insider: ['community', '201'],
    outsider: ['far-staff', '404 not-found'],
  },
  'registerTagsApi.renew': {
    ask: ({ tagged }) => ({
      method: 'POST',
      path: `${V1}/registers/residents/records/${tagged.record}/tags/${tagged.one}/renew`,
      body: { version: 1, source: '入户核实', expiresOn: today() },
    }),
    insider: ['community', '200'],
    outsider: ['far-staff', '404 not-found'],
  },
  'registerTagsApi.end': {
    ask: ({ tagged }) => ({
      method: 'POST',
      path: `${V1}/registers/residents/records/${tagged.record}/tags/${tagged.other}/end`,
      body: { version: 1, reason: '情况有变' },
    }),
    insider: ['community', '200'],
    outsider: ['far-staff', '404 not-found'],
  },
  'registerDuplicatesApi.similar': {
    ask: post('/registers/residents/records/similar', () => ({ values: { name: '钱小暖' } })),
    insider: ['community', '200'],
    outsider: ['far-staff', 'empty'],
  },
  'registerDuplicatesApi.pairs': { ask: get('/registers/residents/pairs'), insider: ['community', '200'], outsider: [FAR, 'empty'] },
  'registerDuplicatesApi.compare': {
    ask: ({ twins }) => ({ path: `${V1}/registers/residents/records/${twins.one}/compare/${twins.other}` }),
    insider: ['community', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'registerDuplicatesApi.dismiss': {
    ask: ({ twins }) => ({ method: 'POST', path: `${V1}/registers/residents/pairs/${twins.pair}/dismiss` }),
    insider: ['community', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'registerDuplicatesApi.merge': {
    ask: ({ twins }) => ({
      method: 'POST',
      path: `${V1}/registers/residents/records/${twins.one}/merge`,
      body: { id: newId(), version: 1, other: { id: twins.other, version: 1 }, take: [], reason: '同一个人' },
    }),
    insider: ['community', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'registerDuplicatesApi.merges': {
    ask: ({ merge }) => ({ path: `${V1}/registers/residents/records/${merge.record}/merges` }),
    insider: ['community', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'registerDuplicatesApi.undo': {
    ask: ({ merge }) => ({
      method: 'POST',
      path: `${V1}/registers/residents/records/${merge.record}/merges/${merge.id}/undo`,
      body: { version: 2, reason: '不是同一个人' },
    }),
    insider: ['community', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'ownRegistersApi.list': { ask: get('/registers/definitions'), insider: ['supervisor', '200'], outsider: [FAR, 'empty'] },
  'ownRegistersApi.similar': { ask: get('/registers/similar-fields?label=phone'), insider: ['supervisor', '200'] },
  'ownRegistersApi.create': {
    ask: post('/registers', () => ({ id: newId(), name: 'own-made', definition: fireUnits('新建', 'Made') })),
    insider: ['supervisor', '201'],
  },
  'ownRegistersApi.get': {
    ask: get('/registers/own-drafted/definition'),
    insider: ['supervisor', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'ownRegistersApi.change': {
    ask: () => ({
      method: 'PATCH',
      path: `${V1}/registers/own-drafted/definition`,
      body: { revision: 1, definition: fireUnits('起草', 'Drafted') },
    }),
    insider: ['supervisor', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'ownRegistersApi.publish': {
    ask: post('/registers/own-drafted/publish', () => ({ revision: 1, reason: '可以发布' })),
    insider: ['supervisor', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'ownRegistersApi.close': {
    ask: post('/registers/own-published/closing', () => ({ revision: 2, closed: true, reason: '不再使用' })),
    insider: ['supervisor', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'ownRegistersApi.remove': {
    ask: () => ({ method: 'DELETE', path: `${V1}/registers/own-spare/definition?revision=1` }),
    insider: ['supervisor', '204'],
    outsider: [FAR, '404 not-found'],
  },
  'ownRegistersApi.versions': {
    ask: get('/registers/own-published/versions'),
    insider: ['supervisor', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'exchangeApi.template': { ask: get('/registers/residents/template'), insider: ['community', '200'] },
  // A photo is no workbook: the import is there, and refused.
  'exchangeApi.upload': {
    ask: ({ photo }) => ({
      method: 'POST',
      path: `${V1}/registers/residents/import?id=${newId()}&sha256=${sha256(photo)}`,
      body: photo,
    }),
    insider: ['community', '201'],
  },
  'exchangeApi.list': { ask: get('/imports'), insider: ['community', '200'], outsider: ['far-staff', 'empty'] },
  'exchangeApi.get': {
    ask: ({ tried }) => ({ path: `${V1}/imports/${tried.id}` }),
    insider: ['community', '200'],
    outsider: ['far-staff', '404 not-found'],
  },
  'exchangeApi.file': {
    ask: ({ tried }) => ({ path: `${V1}/imports/${tried.id}/file` }),
    insider: ['community', '200'],
    outsider: ['far-staff', '404 not-found'],
  },
  'exchangeApi.confirm': {
    ask: ({ tried }) => ({ method: 'POST', path: `${V1}/imports/${tried.id}/confirm`, body: { rows: 'all' } }),
    insider: ['community', '200'],
    outsider: ['far-staff', '404 not-found'],
  },
  'exchangeApi.cancel': {
    ask: ({ spareTried }) => ({ method: 'DELETE', path: `${V1}/imports/${spareTried.id}` }),
    insider: ['community', '204'],
    outsider: ['far-staff', '404 not-found'],
  },
  'collectionsApi.list': { ask: get('/collections'), insider: ['community', '200'], outsider: ['far-staff', 'empty'] },
  'collectionsApi.similar': {
    ask: get(`/collections/similar-fields?label=${encodeURIComponent('手机号')}`),
    insider: ['community', '200'],
  },
  'collectionsApi.preview': {
    ask: post('/collections/preview', () => visits()),
    insider: ['community', '200'],
    outsider: ['far-staff', '404 not-found'],
  },
  'collectionsApi.make': {
    ask: post('/collections', () => ({ id: newId(), ...visits() })),
    insider: ['community', '201'],
    outsider: ['far-staff', '404 not-found'],
  },
  'collectionsApi.get': {
    ask: ({ table }) => ({ path: `${V1}/collections/${table.id}` }),
    insider: ['community', '200'],
    outsider: ['far-staff', '404 not-found'],
  },
  'collectionsApi.rows': {
    ask: ({ table }) => ({ path: `${V1}/collections/${table.id}/rows` }),
    insider: ['community', '200'],
    outsider: ['far-staff', '404 not-found'],
  },
  'collectionsApi.recheck': {
    ask: ({ table }) => ({ method: 'POST', path: `${V1}/collections/${table.id}/recheck` }),
    insider: ['community', '200'],
    outsider: ['far-staff', '404 not-found'],
  },
  'collectionsApi.end': {
    ask: ({ spareTable }) => ({
      method: 'POST',
      path: `${V1}/collections/${spareTable.id}/end`,
      body: { version: spareTable.version, how: 'withdrawn' },
    }),
    insider: ['community', '200'],
    outsider: ['far-staff', '404 not-found'],
  },
  'collectionsApi.part': {
    ask: ({ table }) => ({ path: `${V1}/collections/parts/${table.part}` }),
    insider: ['worker1', '200'],
    outsider: ['far-worker', '404 not-found'],
  },
  'collectionsApi.fill': {
    ask: ({ table }) => ({
      method: 'POST',
      path: `${V1}/collections/parts/${table.part}/fill`,
      body: { commandId: newId(), register: 'residents', recordId: table.record, version: 1, values: {}, answers: { q1: '自烧煤' } },
    }),
    insider: ['worker1', '200'],
    outsider: ['far-worker', '404 not-found'],
  },
  'exportsApi.request': {
    ask: post('/registers/residents/export', () => ({ id: newId(), columns: ['name'], filter: { scope: '230302004002' }, reason: '核对台账' })),
    insider: ['community', '201'],
    outsider: ['far-staff', '404 not-found'],
  },
  'exportsApi.requestTable': {
    ask: ({ table }) => ({ method: 'POST', path: `${V1}/collections/${table.id}/export`, body: { id: newId(), reason: '走访' } }),
    insider: ['community', '201'],
    outsider: ['far-staff', '404 not-found'],
  },
  'exportsApi.list': { ask: get('/exports'), insider: ['community', '200'], outsider: ['far-staff', 'empty'] },
  'exportsApi.get': {
    ask: ({ exported }) => ({ path: `${V1}/exports/${exported.id}` }),
    insider: ['community', '200'],
    outsider: ['far-staff', '404 not-found'],
  },
  'exportsApi.decide': {
    ask: ({ exported }) => ({ method: 'POST', path: `${V1}/exports/${exported.id}/decision`, body: { approve: true } }),
    insider: ['supervisor', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'exportsApi.file': {
    ask: ({ exportedPlain }) => ({ path: `${V1}/exports/${exportedPlain.id}/file` }),
    insider: ['community', '200'],
    outsider: ['far-staff', '404 not-found'],
  },
  'exportsApi.withdraw': {
    ask: ({ exported }) => ({ method: 'DELETE', path: `${V1}/exports/${exported.id}` }),
    insider: ['community', '204'],
    outsider: ['far-staff', '404 not-found'],
  },
  'indicatorsApi.board': {
    ask: get('/indicators/board?scope=230302'),
    insider: ['leader', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'indicatorsApi.table': {
    ask: get('/indicators/table?scope=230302&from=2026-01-01&to=2027-01-01'),
    insider: ['leader', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'indicatorsApi.cases': {
    ask: get('/indicators/cases?scope=230302&from=2026-01-01&to=2027-01-01&key=closing-rate&side=whole'),
    insider: ['leader', '200'],
    outsider: [FAR, '404 not-found'],
  },
  'indicatorsApi.list': {
    ask: get(`/indicators?scope=230302&${PERIOD}`),
    insider: ['leader', '200'],
    outsider: [FAR, '404 not-found'],
  },
  // What it sends is asked for in a test of its own.
  'streamApi.open': { ask: get('/stream'), insider: ['desk', '200'] },
  'publicReportsApi.create': {
    ask: post('/public/reports', ({ point }) => ({ id: newId(), description: '路灯不亮', point })),
    insider: [NOBODY, '201'],
  },
  'publicReportsApi.status': { ask: post('/public/reports/status', ({ receipt }) => receipt), insider: [NOBODY, '200'] },
  'publicReportsApi.rate': {
    ask: post('/public/reports/rating', ({ receipt }) => ({ ...receipt, score: 4 })),
    insider: [NOBODY, '409 event.action-unavailable'],
  },
  'publicReportsApi.photo': {
    ask: ({ photo, receipt }) => ({
      method: 'PUT',
      path: `${V1}/public/reports/photos/${sha256(photo)}`,
      body: photo,
      headers: { 'x-report-number': receipt.number, 'x-report-secret': receipt.secret },
    }),
    insider: [NOBODY, '404 file.not-declared'],
  },
  'publicReportsApi.map': { ask: get('/public/map'), insider: [NOBODY, '200'] },
  'publicReportsApi.classes': { ask: get('/public/classes'), insider: [NOBODY, '200'] },
};

/** Every endpoint of every contract, by the name it has there. */
export const ENDPOINTS: readonly (readonly [name: string, endpoint: Endpoint])[] = Object.entries(contracts)
  .filter(([name]) => name.endsWith('Api'))
  .flatMap(([name, api]) =>
    Object.entries(api as Readonly<Record<string, Endpoint>>).map(([key, endpoint]) => [`${name}.${key}`, endpoint] as const),
  );
