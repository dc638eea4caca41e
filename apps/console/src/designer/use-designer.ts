import { OwnDefinition, type OwnRegisterView, ownRegistersApi } from '@wangge/contracts';
import { definitionFaults } from '@wangge/domain';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { client } from '../data/client';
import { useTexts } from '../i18n/use-texts';
import { useRegisters } from '../registers/register-queries';
import { useReadDefinitionsAgain } from './designer-queries';

const isSame = (a: OwnDefinition, b: OwnDefinition): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The draft as it is typed, over the one that is stored. Nothing typed is lost, whatever the server answers. */
export function useDesigner(first: OwnRegisterView) {
  const t = useTexts();
  const notify = useNotify();
  const readAgain = useReadDefinitionsAgain();
  const others = useRegisters().data?.items ?? [];
  const [stored, setStored] = useState(first);
  const [draft, setDraft] = useState(first.draft);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const isDirty = !isSame(draft, stored.draft);
  const typed = definitionFaults(stored.name, draft, others);
  // What only the records know was asked when the draft was stored.
  const known = isDirty ? [] : stored.faults.filter(({ path, rule }) => !typed.some((each) => each.path === path && each.rule === rule));

  const take = (view: OwnRegisterView) => {
    setStored(view);
    setDraft(view.draft);
    void readAgain();
  };
  /** Resolves with what came of it; undefined where it was refused. */
  async function send(command: () => Promise<OwnRegisterView>): Promise<OwnRegisterView | undefined> {
    setBusy(true);
    setError(undefined);
    try {
      const view = await command();
      take(view);
      return view;
    } catch (reason) {
      setError(reason);
      return undefined;
    } finally {
      setBusy(false);
    }
  }
  const params = { register: stored.name };
  const store = () =>
    send(() => client.call(ownRegistersApi.change, { params, body: { revision: stored.revision, definition: draft } }));

  return {
    stored,
    draft,
    setDraft,
    isDirty,
    /** Whether it can be stored, be it at fault: a name must be there to be kept. */
    isWhole: OwnDefinition.safeParse(draft).success,
    busy,
    error,
    faults: [...typed, ...known],
    send,
    /** The draft is stored, if it is not yet; resolves with it as it is then. */
    save: async () => {
      if (!isDirty) return stored;
      const view = await store();
      if (view) notify(t('console.designer.saved'), { type: 'success' });
      return view;
    },
    loadNewest: () => send(() => client.call(ownRegistersApi.get, { params })),
  };
}

export type Designer = ReturnType<typeof useDesigner>;
