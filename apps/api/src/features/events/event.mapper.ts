import {
  type EventMarker,
  EventStatus,
  type EventRow,
  type EventView,
  type NearbyEvent,
  type PhotoView,
  type TimelineEntry,
} from '@wangge/contracts';
import { availableActions, chainOf, eventLight, type EventState, placeNameOf, type Viewer } from '@wangge/domain';
import { fromRow } from './event-columns.js';
import type { MarkerRecord, NearbyRecord } from './event-list.repository.js';
import type { LogRecord, NamedRecord, PageRecord, PhotoRecord } from './events.repository.js';

type ClassName = (code: string | null, districtCode: string) => string | null;

function toBase(record: NamedRecord, event: EventState, className: ClassName, now: string) {
  return {
    id: event.id,
    number: event.number,
    title: event.title,
    classCode: event.classCode,
    className: className(event.classCode, event.districtCode),
    status: event.status,
    version: event.version,
    urgency: event.urgency,
    source: event.source,
    chain: chainOf(event.gridCode),
    names: {
      district: record.district_name,
      street: record.street_name,
      community: placeNameOf(record.community_name),
      grid: record.grid_name,
    },
    place: event.place,
    point: { lng: event.lng, lat: event.lat },
    deskCode: event.deskCode,
    departmentId: event.departmentId,
    departmentName: record.department_name,
    reportedAt: event.reportedAt,
    dueAt: event.dueAt,
    yellowAt: event.yellowAt,
    light: eventLight(event, now),
  };
}

export function toEventRow(record: NamedRecord, viewer: Viewer, className: ClassName, now: string): EventRow {
  const event = fromRow(record);
  const actions = availableActions(viewer, event, now).map(({ action }) => action);
  const { supervision: asked } = event;
  const supervision = asked && { level: asked.level, replyBy: asked.replyBy, answered: asked.answeredAt !== null };
  return { ...toBase(record, event, className, now), supervision, actions };
}

/** What has happened to an event, and its pictures. */
export interface EventParts {
  readonly timeline: readonly LogRecord[];
  readonly photos: readonly PhotoRecord[];
}
type Parts = EventParts & { readonly deskName: string };

export function toEventView(record: PageRecord, parts: Parts, viewer: Viewer, className: ClassName, now: string): EventView {
  const event = fromRow(record);
  return {
    ...toBase(record, event, className, now),
    description: event.description,
    occurredAt: event.occurredAt,
    located: event.located,
    distance: event.distance,
    condition: event.condition,
    stageClock: event.stageClock,
    handlingClock: event.handlingClock,
    reportedBy: record.reporter_name ?? '',
    assignee: record.assignee_name,
    suspendedUntil: event.suspendedUntil,
    reworkCount: event.reworkCount,
    returnCount: event.returnCount,
    deskName: parts.deskName,
    extension: event.extension,
    extendCount: event.extendCount,
    supervision: event.supervision,
    urgeCount: event.urgeCount,
    assists: [...event.assists],
    appeal: event.appeal,
    excused: event.excused,
    mergedInto: event.mergedInto && record.merged_number ? { id: event.mergedInto, number: record.merged_number } : null,
    rating: event.rating,
    photos: parts.photos.map(toPhotoView),
    timeline: parts.timeline.map(toTimelineEntry),
    availableActions: availableActions(viewer, event, now),
  };
}

function toPhotoView(row: PhotoRecord): PhotoView {
  return {
    sha256: row.sha256,
    stage: row.stage as PhotoView['stage'],
    takenAt: row.taken_at?.toISOString() ?? null,
    point: row.lng === null || row.lat === null ? null : { lng: row.lng, lat: row.lat },
    width: row.width,
    height: row.height,
    ready: row.ready,
  };
}

function toTimelineEntry(row: LogRecord): TimelineEntry {
  return {
    id: row.id,
    at: row.at.toISOString(),
    action: row.action as TimelineEntry['action'],
    fromStatus: row.from_status as TimelineEntry['fromStatus'],
    toStatus: row.to_status as TimelineEntry['toStatus'],
    actor: row.actor_name,
    department: row.department_name,
    receiver: row.receiver,
    choice: row.choice as TimelineEntry['choice'],
    note: row.note,
    usedMinutes: row.used_minutes,
    limitMinutes: row.limit_minutes,
    clock: row.clock,
    overdue: row.overdue,
  };
}

export function toMarker(row: MarkerRecord, now: string): EventMarker {
  const status = EventStatus.parse(row.status);
  const dueAt = row.due_at?.toISOString() ?? null;
  return {
    id: row.id,
    number: row.number,
    point: { lng: row.lng, lat: row.lat },
    status,
    light: eventLight({ status, dueAt, yellowAt: row.yellow_at?.toISOString() ?? null }, now),
    classCode: row.class_code,
  };
}

export function toNearby(row: NearbyRecord, { classCode, districtCode }: Pick<EventState, 'classCode' | 'districtCode'>, className: ClassName): NearbyEvent {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    classCode: row.class_code,
    className: className(row.class_code, districtCode),
    status: EventStatus.parse(row.status),
    reportedAt: row.reported_at.toISOString(),
    distance: Math.round(row.distance * 10) / 10,
    sameClass: classCode !== null && row.class_code === classCode,
  };
}
