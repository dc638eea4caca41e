import { Button } from '@mui/material';
import { type OwnRegisterView, ownRegistersApi } from '@wangge/contracts';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { client } from '../data/client';
import { useTexts } from '../i18n/use-texts';
import { useLabel } from '../registers/register-words';
import { DESIGNER } from './designer-address';
import { useReadDefinitionsAgain } from './designer-queries';
import { StepDialog } from './StepDialog';
import type { Designer } from './use-designer';

type Step = 'publish' | 'close' | 'reopen' | 'remove';

/** What can be done with the register as it is now: publishing is the step of the moment, the rest are quieter. */
export function DesignerSteps({ designer }: { readonly designer: Designer }) {
  const t = useTexts();
  const { stored, isDirty, isWhole, busy, faults, save } = designer;
  const [asked, setAsked] = useState<{ readonly step: Step; readonly register: OwnRegisterView }>();
  const ask = (step: Step) => setAsked({ step, register: stored });
  /** What is typed is stored first: the server then says what publishing would change. */
  const prepare = async () => {
    const register = await save();
    if (register && register.faults.length === 0) setAsked({ step: 'publish', register });
  };
  return (
    <div className="record-buttons">
      {isDirty && <span className="muted">{t('console.designer.unsaved')}</span>}
      {stored.version === 0 ? (
        <Button variant="text" color="error" onClick={() => ask('remove')}>
          {t('console.designer.remove')}
        </Button>
      ) : (
        <Button variant="text" onClick={() => ask(stored.state === 'closed' ? 'reopen' : 'close')}>
          {t(stored.state === 'closed' ? 'console.designer.reopen' : 'console.designer.close')}
        </Button>
      )}
      <Button variant="outlined" disabled={!isDirty || !isWhole || busy} onClick={() => void save()}>
        {t('console.designer.save')}
      </Button>
      <Button
        variant="contained"
        disableElevation
        disabled={busy || faults.length > 0 || !(isDirty || stored.hasDraft)}
        onClick={() => void prepare()}
      >
        {t('console.designer.publish')}
      </Button>
      {asked && <AskedStep designer={designer} {...asked} onClose={() => setAsked(undefined)} />}
    </div>
  );
}

interface AskedStepProps {
  readonly designer: Designer;
  readonly step: Step;
  readonly register: OwnRegisterView;
  readonly onClose: () => void;
}

function AskedStep({ designer, step, register, onClose }: AskedStepProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const notify = useNotify();
  const navigate = useNavigate();
  const readAgain = useReadDefinitionsAgain();
  const named = { register: labelOf(register.draft.label) };
  const { name, revision } = register;
  const params = { register: name };
  const done = { publish: 'published', close: 'closed', reopen: 'reopened', remove: 'removed' } as const;

  const take = async (reason: string): Promise<boolean> => {
    if (step === 'remove') {
      await client.call(ownRegistersApi.remove, { params, query: { revision } });
      await navigate(DESIGNER);
      void readAgain();
      return true;
    }
    const view = await designer.send(() =>
      step === 'publish'
        ? client.call(ownRegistersApi.publish, { params, body: { revision, reason } })
        : client.call(ownRegistersApi.close, { params, body: { revision, closed: step === 'close', reason } }),
    );
    return view !== undefined;
  };
  const send = async (reason: string): Promise<void> => {
    const taken = await take(reason);
    onClose();
    if (taken) notify(t(`console.designer.${done[step]}`, named), { type: 'success' });
  };
  return <StepDialog step={step} register={register} onSend={send} onClose={onClose} />;
}
