import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventSource, EventStatus, type Label, type MatterClass, Urgency } from '@wangge/contracts';
import { type Choice, type FieldDefinition, label } from '@wangge/domain';
import { commonTexts, texts } from '@wangge/texts';
import { type BackedRegister, RegisterBackings } from '../registers/index.js';
import { Standards } from '../standards/index.js';

/**
 * Events in the columns that every register has. What a resident left to be called by, and what was written about the
 * matter, stay with the event's own page. Events are never taken out.
 */
const SOURCE = `(select e.id, e.version, e.district_code, e.street_code, e.community_code, e.grid_code, e.lng, e.lat, e.geom,
  e.number, e.title, e.class_code, e.status, e.urgency, e.source, e.place, e.reported_at, e.due_at, e.closed_at,
  (select d.name from department as d where d.district_code = e.district_code and d.id = e.department_id) as department,
  e.reported_at as created_at, e.updated_at, null::timestamptz as deleted_at
  from event as e)`;

const [zh, en] = [texts('zh', commonTexts), texts('en', commonTexts)];

const wordsOf = (key: Parameters<typeof zh>[0]): Label => label(zh(key), en(key));
const STATUSES: readonly Choice[] = EventStatus.options.map((code) => ({ code, label: wordsOf(`status.${code}`) }));
const SOURCES: readonly Choice[] = EventSource.options.map((code) => ({ code, label: wordsOf(`source.${code}`) }));
const URGENCIES: readonly Choice[] = Urgency.options.map((code) => ({ code, label: wordsOf(`urgency.${code}`) }));

const filtered = { dataClass: 'L2', filter: true, inList: true } as const;

// biome-ignore format: a table, one field a line
const fieldsWith = (classes: readonly Choice[]): readonly FieldDefinition[] => [
  { name: 'number', kind: 'text', label: label('案件编号', 'Number'), dataClass: 'L1', required: true, search: 'exact', inList: true, most: 40 },
  { name: 'title', kind: 'text', label: label('标题', 'Title'), dataClass: 'L2', required: true, inList: true, most: 200 },
  { name: 'classCode', kind: 'choice', label: label('类别', 'Class'), choices: classes, ...filtered },
  { name: 'status', kind: 'choice', label: label('状态', 'Status'), choices: STATUSES, ...filtered },
  { name: 'urgency', kind: 'choice', label: label('紧急程度', 'Urgency'), choices: URGENCIES, ...filtered },
  { name: 'source', kind: 'choice', label: label('来源', 'Source'), choices: SOURCES, ...filtered },
  { name: 'department', kind: 'text', label: label('承办部门', 'Department'), dataClass: 'L2', inList: true, most: 100 },
  { name: 'place', kind: 'text', label: label('地点描述', 'Spot'), dataClass: 'L2', most: 200 },
  { name: 'reportedAt', kind: 'instant', label: label('上报时间', 'Reported at'), ...filtered },
  { name: 'dueAt', kind: 'instant', label: label('截止时间', 'Due at'), dataClass: 'L2', sort: true, mayLieAhead: true },
  { name: 'closedAt', kind: 'instant', label: label('结案时间', 'Closed at'), dataClass: 'L2', filter: true },
];

/** Events as one register among the others: listed, filtered, mapped and exported with them, and changed by their steps alone. */
@Injectable()
export class EventRegister implements OnModuleInit {
  private made: { readonly classes: readonly MatterClass[]; readonly definition: BackedRegister } | undefined;

  constructor(
    private readonly backings: RegisterBackings,
    private readonly standards: Standards,
  ) {}

  onModuleInit(): void {
    this.backings.add(() => this.definition());
  }

  /** The same object for as long as the classes are the same: statements and parsers are kept by it. */
  private definition(): BackedRegister {
    const classes = this.standards.classesEverywhere();
    if (this.made?.classes.length !== classes.length || this.made.classes.some((each, index) => each !== classes[index]))
      this.made = { classes, definition: definitionWith(classes) };
    return this.made.definition;
  }
}

function definitionWith(classes: readonly MatterClass[]): BackedRegister {
  return {
    name: 'events',
    element: 'events',
    label: label('事件', 'Events'),
    geometry: 'point',
    titleField: 'title',
    fields: fieldsWith(classes.map(({ code, name }) => ({ code, label: label(name, name) }))),
    backing: { source: SOURCE },
  };
}
