import { useQueryClient } from '@tanstack/react-query';
import { type RecordView, type RegisterView, registersApi } from '@wangge/contracts';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { client } from '../../data/client';
import { codeOf } from '../../data/errors';
import { useTexts } from '../../i18n/use-texts';
import { ReasonDialog } from '../../ui/ReasonDialog';
import { registerAddress } from '../register-address';
import { readOthersAgain, readRecordsAgain } from '../register-queries';
import { useLabel } from '../register-words';

interface RemoveDialogProps {
  readonly register: RegisterView;
  readonly record: RecordView;
  readonly onClose: () => void;
}

/** Names the record: taking out the wrong one takes a person out of every count. */
export function RemoveDialog({ register, record, onClose }: RemoveDialogProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const remove = useRemove(record);
  const names = { title: record.title, register: labelOf(register.label) };
  return (
    <ReasonDialog
      title={t('console.registers.remove-title', names)}
      why={t('console.registers.remove-why')}
      label={t('console.registers.remove-reason')}
      example={t('console.registers.remove-example')}
      button={t('console.registers.remove-button', names)}
      isGrave
      onSend={remove}
      onClose={onClose}
    />
  );
}

function useRemove({ register, id, version, title }: RecordView) {
  const t = useTexts();
  const notify = useNotify();
  const navigate = useNavigate();
  const queryClient = useQueryClient();

  return async (reason: string): Promise<void> => {
    try {
      await client.call(registersApi.remove, { params: { register, id }, query: { version }, body: { reason } });
    } catch (refused) {
      if (codeOf(refused) === 'record.stale') void readRecordsAgain(queryClient);
      throw refused;
    }
    notify(t('console.registers.removed', { title }), { type: 'success' });
    await navigate(registerAddress(register));
    void readOthersAgain(queryClient, id);
  };
}
