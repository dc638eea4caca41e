import { type AreaLoad, type Board, type EventMarker, EventStatus, type NewsItem } from '@wangge/contracts';
import { eventLight, shareOf } from '@wangge/domain';
import type { MarkerRow, NewsRow } from './board-events.repository.js';
import type { AreaRow, ClassRow, DepartmentRow } from './counters.repository.js';
import { UNCLASSIFIED } from '../standards/index.js';
import type { PlaceNode } from './places.repository.js';

type ClassName = (code: string) => string | undefined;

const SHOWN_DEPARTMENTS = 12;

const nameOf = (code: string | null, className: ClassName) => (code === null ? UNCLASSIFIED : (className(code) ?? code));

export function toHours(rows: readonly { hour: number; measure: string; count: number }[]): Board['hours'] {
  const countOf = (wanted: string, at: number) => rows.find(({ hour, measure }) => hour === at && measure === wanted)?.count ?? 0;
  return Array.from({ length: 24 }, (_, hour) => ({
    hour,
    reported: countOf('reported', hour),
    closed: countOf('closed', hour),
  }));
}

/** The most reported classes first; what was silent on both days is left out. */
export function toClasses(rows: readonly ClassRow[], className: ClassName): Board['classes'] {
  return rows
    .filter(({ today, last_week }) => today > 0 || last_week > 0)
    .sort((a, b) => b.today - a.today || b.last_week - a.last_week || ((a.code ?? '') < (b.code ?? '') ? -1 : 1))
    .map(({ code, today, last_week }) => ({ code, name: nameOf(code, className), today, lastWeek: last_week }));
}

/** The slowest first: who used most of the limits of what was handled. Without a case handled there is no share. */
export function toDepartments(rows: readonly DepartmentRow[]): Board['departments'] {
  return rows
    .map(({ name, open, overdue, used_minutes, limit_minutes }) => ({
      name,
      open,
      overdue,
      usedShare: limit_minutes > 0 ? used_minutes / limit_minutes : null,
    }))
    .filter(({ open, usedShare }) => open > 0 || usedShare !== null)
    .sort(
      (a, b) =>
        (b.usedShare ?? -1) - (a.usedShare ?? -1) || b.overdue - a.overdue || b.open - a.open || (a.name < b.name ? -1 : 1),
    )
    .slice(0, SHOWN_DEPARTMENTS);
}

/** Every area of the level, those without events too. */
export function toAreas(nodes: readonly PlaceNode[], rows: readonly AreaRow[]): AreaLoad[] {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return nodes.map(({ code, name, level }) => {
    const { open = 0, overdue = 0, on_time = 0, due = 0 } = byCode.get(code) ?? {};
    return { code, name, level, open, overdue, onTimeRate: shareOf(on_time, due) };
  });
}

/** Each event once. */
export function toMarkers(rows: readonly MarkerRow[], now: string): EventMarker[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()].map((row) => {
    const status = EventStatus.parse(row.status);
    const dueAt = row.due_at?.toISOString() ?? null;
    const yellowAt = row.yellow_at?.toISOString() ?? null;
    return {
      id: row.id,
      number: row.number,
      point: { lng: row.lng, lat: row.lat },
      status,
      light: eventLight({ status, dueAt, yellowAt }, now),
      classCode: row.class_code,
    };
  });
}

/** Named by its class: a title may have been typed by a resident, and the wall shows no personal data. */
export function toNews(
  rows: readonly NewsRow[],
  positions: readonly { id: string; at: string; position: string }[],
  className: ClassName,
): NewsItem[] {
  const positionOf = new Map(positions.map(({ id, at, position }) => [`${id} ${at}`, position]));
  return rows.map((row) => {
    const at = row.at.toISOString();
    return {
      position: positionOf.get(`${row.event_id} ${at}`) ?? row.log_id,
      at,
      number: row.number,
      title: nameOf(row.class_code, className),
      status: EventStatus.parse(row.status),
      place: [row.community, row.grid].filter(Boolean).join(' '),
    };
  });
}
