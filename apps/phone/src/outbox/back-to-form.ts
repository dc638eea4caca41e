import type { FieldValues } from '@wangge/contracts';
import { emptyDraft, type OutboxItem } from '@wangge/offline';
import { v7 } from 'uuid';
import { go, href } from '../app/routes';
import { fillDraftKey } from '../fill/FillFormPage';
import { recordDraftKey } from '../records/RecordFormPage';
import type { Phone } from '../session/phone';

interface Form {
  readonly key: string;
  readonly address: string;
  readonly words: Readonly<Record<string, string>>;
}

const wordsOf = (values: FieldValues, prefix = ''): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}${name}`, String(value ?? '')]));

/** The form that an item about a record was written in; nothing for what is about an event. */
function formOf({ command }: OutboxItem): Form | undefined {
  switch (command.kind) {
    case 'create-record':
      return { key: recordDraftKey(command.register, undefined), address: href.newRecord(command.register), words: wordsOf(command.body.values) };
    case 'change-record':
      return {
        key: recordDraftKey(command.register, command.recordId),
        address: href.editRecord(command.register, command.recordId),
        words: wordsOf(command.body.values),
      };
    case 'fill': {
      const { register, recordId, values, answers } = command.body;
      return {
        key: fillDraftKey(command.partId, recordId),
        address: href.fillItem(command.partId, register, recordId),
        words: { ...wordsOf(values), ...wordsOf(answers, 'answer:') },
      };
    }
    case 'report':
    case 'action':
      return undefined;
  }
}

export const hasForm = (item: OutboxItem): boolean => formOf(item) !== undefined;

/** What the server refused is a draft again, with everything that was written. */
export async function backToForm({ drafts, outbox, me }: Phone, item: OutboxItem): Promise<void> {
  const form = formOf(item);
  if (!form) return;
  const place = item.command.kind === 'create-record' && item.command.body.point ? { point: item.command.body.point, accuracy: null } : null;
  await drafts.save({ ...emptyDraft(me.id, form.key, v7(), new Date()), words: form.words, place });
  await outbox.discard(item.id);
  go(form.address);
}
