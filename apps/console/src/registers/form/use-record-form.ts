import { ApiError } from '@wangge/api-client';
import type { RecordView, RegisterView } from '@wangge/contracts';
import { useId, useState } from 'react';
import { faultsOf, type RecordDraft, type RecordFaults, serverFaults } from '@wangge/domain';

/** What was typed and what is wrong with it. Nothing typed is lost, whatever the server answers. */
export function useRecordForm(register: RegisterView, initial: RecordDraft = {}) {
  const prefix = useId();
  const [draft, setDraft] = useState(initial);
  const [faults, setFaults] = useState<RecordFaults>({});
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const idOf = (name: string) => `${prefix}-${name}`;

  const change = (name: string, value: string | null | undefined) => {
    setDraft(({ [name]: _before, ...others }) => (value === undefined ? others : { ...others, [name]: value }));
    setFaults((before) => ({ ...before, [name]: undefined }));
  };
  const show = (found: RecordFaults): boolean => {
    setFaults(found);
    const first = register.fields.find(({ name }) => found[name]);
    if (first) document.getElementById(idOf(first.name))?.focus();
    return first !== undefined;
  };
  /** True when there is something to correct before it can be sent. */
  const check = (record?: RecordView): boolean => show(faultsOf(register, draft, record));

  /** Resolves with whether it was taken. */
  async function send(command: () => Promise<unknown>): Promise<boolean> {
    setBusy(true);
    setError(undefined);
    try {
      await command();
      return true;
    } catch (reason) {
      setError(reason);
      if (reason instanceof ApiError) show(serverFaults(reason.problem));
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { draft, faults, error, busy, idOf, change, check, send };
}

export type RecordForm = ReturnType<typeof useRecordForm>;
