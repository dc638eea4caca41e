import type { ActionField, EventAction, EventView } from '@wangge/contracts';
import type { ReactNode } from 'react';
import type { CommonKey } from '@wangge/texts';
import { type T, useTexts } from '../../i18n/use-texts';
import { AssistField } from './fields/AssistField';
import { ChoiceField } from './fields/ChoiceField';
import { ClassField } from './fields/ClassField';
import { ConditionField } from './fields/ConditionField';
import { ConfirmField } from './fields/ConfirmField';
import { DepartmentField } from './fields/DepartmentField';
import { DepartmentsField } from './fields/DepartmentsField';
import { EventField } from './fields/EventField';
import { InstantField } from './fields/InstantField';
import { PhotosField } from './fields/PhotosField';
import { ScoreField } from './fields/ScoreField';
import { TextInput } from './fields/TextInput';
import { VerificationField } from './fields/VerificationField';
import { WorkerField } from './fields/WorkerField';
import { idsOf, photosOf, type StepFaults, type StepValue, type StepValues } from './step-values';

interface StepFieldProps {
  readonly id: string;
  readonly field: ActionField;
  readonly action: EventAction;
  readonly event: EventView;
  readonly values: StepValues;
  readonly fault: StepFaults[string];
  readonly onChange: (value: StepValue) => void;
}

/** The input for a kind of field. A new kind does not compile until it has one. */
export function StepField({ id, field, action, event, values, fault, onChange }: StepFieldProps): ReactNode {
  const t = useTexts();
  const value = values[field.name];
  const label = labelOf(field.name, t);
  const text = typeof value === 'string' ? value : '';
  const props = {
    id,
    label,
    required: field.required,
    event,
    onChange,
    value: text,
    fault: fault && t(fault.key, { field: label, ...fault.params }),
  };
  switch (field.kind) {
    case 'text':
      return <TextInput {...props} />;
    case 'class':
      return <ClassField {...props} />;
    case 'condition':
      return <ConditionField {...props} classCode={String(values.classCode ?? event.classCode ?? '')} />;
    case 'department':
      return <DepartmentField {...props} />;
    case 'departments':
      return <DepartmentsField {...props} chosen={idsOf(value)} />;
    case 'choice':
      return <ChoiceField {...props} options={field.options ?? []} />;
    case 'assist':
      return <AssistField {...props} action={action} no={Number(value ?? 0)} />;
    case 'worker':
      return <WorkerField {...props} />;
    case 'event':
      return <EventField {...props} />;
    case 'photos':
      return <PhotosField {...props} photos={photosOf(value)} />;
    case 'score':
      return <ScoreField {...props} score={Number(value ?? 0)} />;
    case 'confirm':
      return <ConfirmField {...props} checked={value === true} />;
    case 'instant':
      return <InstantField {...props} />;
    case 'verification':
      return <VerificationField {...props} />;
  }
}

const FIELD_WORDS: Readonly<Record<string, CommonKey>> = {
  note: 'field.note',
  reason: 'field.reason',
  photos: 'field.photos',
  classCode: 'field.classCode',
  conditionId: 'field.conditionId',
  targetId: 'field.targetId',
  departmentId: 'field.departmentId',
  assigneeId: 'field.assigneeId',
  until: 'field.until',
  conditionMet: 'field.conditionMet',
  score: 'field.score',
  verification: 'field.verification',
  place: 'field.place',
  verdict: 'field.verdict',
  ruling: 'field.ruling',
  level: 'field.level',
  replyBy: 'field.replyBy',
  assistKind: 'field.assistKind',
  departmentIds: 'field.departmentIds',
  assistNo: 'field.assistNo',
};

function labelOf(name: string, t: T): string {
  const key = FIELD_WORDS[name];
  return key ? t(key) : name;
}
