import { ActOnEvent, type ActionField, type EventView } from '@wangge/contracts';
import type { ActionInput, Draft } from '@wangge/offline';
import type { StepAction } from './step-actions';

/** What of the form is not right yet. */
export type StepFault = { readonly field: string; readonly fault: 'missing' | 'too-short' | 'too-long' };

export type StepCommand = { readonly body: ActionInput } | { readonly faults: readonly StepFault[] };

/** The command of a filled form; the contract decides whether it is right. */
export function stepCommand(event: EventView, action: StepAction, draft: Draft): StepCommand {
  const fields = event.availableActions.find((available) => available.action === action)?.input ?? [];
  const missing = fields.filter((field) => field.required && fieldValue(field, draft) === undefined);
  if (missing.length > 0) return { faults: missing.map(({ name }) => ({ field: name, fault: 'missing' })) };
  const parsed = ActOnEvent.safeParse({
    action,
    version: event.version,
    commandId: draft.id,
    ...Object.fromEntries(fields.map((field) => [field.name, fieldValue(field, draft)])),
  });
  if (parsed.success) return { body: parsed.data };
  return {
    faults: parsed.error.issues.map(({ path, code }) => ({
      field: String(path[0] ?? ''),
      fault: code === 'too_big' ? 'too-long' : 'too-short',
    })),
  };
}

function fieldValue({ name, kind }: ActionField, { words, photos }: Draft): unknown {
  if (kind === 'photos') return photos.map(({ declaration }) => declaration);
  const text = (words[name] ?? '').trim();
  if (text === '') return undefined;
  return kind === 'score' ? Number(text) : text;
}
