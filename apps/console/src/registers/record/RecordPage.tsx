import type { RecordDetail, RegisterView } from '@wangge/contracts';
import { useState } from 'react';
import { Link, Navigate, useParams } from 'react-router-dom';
import { useTexts } from '../../i18n/use-texts';
import { useCrumbs } from '../../layout/crumbs';
import { AboveSection } from '../../pictures/AboveSection';
import { LooksSection } from '../../pictures/LooksSection';
import { NearEventsSection } from '../../pictures/NearEventsSection';
import { useRecordPicture } from '../../pictures/picture-queries';
import { ErrorNotice, Skeleton } from '../../ui/Notice';
import { PlacePath } from '../../ui/PlacePath';
import { AttachmentsSection } from '../attachments/AttachmentsSection';
import { ActDrawer } from '../form/ActDrawer';
import { EditDrawer } from '../form/EditDrawer';
import { recordAddress, registerAddress } from '../register-address';
import { MergeButton } from '../merge/MergeButton';
import { MergedSection } from '../merge/MergedSection';
import { MoveButton } from '../moves/MoveButton';
import { useRecord } from '../register-queries';
import { useLabel, useValueWords } from '../register-words';
import { TagsSection } from '../tags/TagsSection';
import { WithRegister } from '../WithRegister';
import { FlowButtons } from './FlowButtons';
import { HistorySection } from './HistorySection';
import { PlaceSection } from './PlaceSection';
import { RecordFacts } from './RecordFacts';
import { RelatedSections } from './RelatedSections';
import { RemoveDialog } from './RemoveDialog';

export function RecordPage() {
  const { register: name = '', id = '' } = useParams();
  return <WithRegister name={name}>{(register) => <RecordOf key={id} register={register} id={id} />}</WithRegister>;
}

function RecordOf({ register, id }: { readonly register: RegisterView; readonly id: string }) {
  const t = useTexts();
  const labelOf = useLabel();
  const { data: record, error, refetch } = useRecord(register.name, id);
  const label = labelOf(register.label);
  useCrumbs(
    { text: t('console.registers') },
    { text: label, to: registerAddress(register.name) },
    { text: record?.title ?? label },
  );
  // The record was merged: its address answers with the one it went into.
  if (record && record.id !== id) return <Navigate to={recordAddress(register.name, record.id)} replace />;
  if (record) return <RecordArticle register={register} record={record} />;
  if (!error) return <RecordSkeleton />;
  return (
    <div className="page">
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      <Link to={registerAddress(register.name)}>{t('console.registers.back')}</Link>
    </div>
  );
}

interface RecordArticleProps {
  readonly register: RegisterView;
  readonly record: RecordDetail;
}

function RecordArticle({ register, record }: RecordArticleProps) {
  const [open, setOpen] = useState<'edit' | 'remove'>();
  const [action, setAction] = useState<string>();
  const close = () => setOpen(undefined);
  const { data: picture } = useRecordPicture(register.name, record.id);
  return (
    <article className="event record">
      <div className="event-left">
        <Heading
          register={register}
          record={record}
          onEdit={() => setOpen('edit')}
          onRemove={() => setOpen('remove')}
          onAct={setAction}
        />
        <TagsSection register={register} record={record} />
        <RecordFacts register={register} record={record} />
        {picture && <AboveSection above={picture.above} />}
        <RelatedSections record={record} beyond={picture?.beyond ?? []} />
        {picture?.events && <NearEventsSection events={picture.events} />}
        <AttachmentsSection register={register} record={record} />
        <MergedSection register={register} record={record} />
      </div>
      <aside className="event-right">
        <PlaceSection record={record} place={picture?.place ?? null} />
        {picture && <LooksSection register={register} looks={picture.looks} />}
        <HistorySection register={register} record={record} />
      </aside>
      {action !== undefined && (
        <ActDrawer register={register} record={record} action={action} onClose={() => setAction(undefined)} />
      )}
      {open === 'edit' && <EditDrawer register={register} record={record} onClose={close} />}
      {open === 'remove' && <RemoveDialog register={register} record={record} onClose={close} />}
    </article>
  );
}

interface HeadingProps extends RecordArticleProps {
  readonly onEdit: () => void;
  readonly onRemove: () => void;
  readonly onAct: (action: string) => void;
}

function Heading({ register, record, onEdit, onRemove, onAct }: HeadingProps) {
  const t = useTexts();
  const labelOf = useLabel();
  return (
    <header className="event-heading">
      <h1>{record.title}</h1>
      <span className="tag">{labelOf(register.label)}</span>
      <Absence register={register} record={record} />
      <span className="record-buttons">
        <MoveButton register={register} record={record} />
        <MergeButton register={register} record={record} />
        {register.mayDelete && (
          <button type="button" className="button" onClick={onRemove}>
            {t('console.registers.remove')}
          </button>
        )}
        {register.mayWrite && (
          <button type="button" className="button primary" onClick={onEdit}>
            {t('console.registers.edit')}
          </button>
        )}
      </span>
      <FlowButtons register={register} record={record} onAct={onAct} />
      <p className="event-place">
        <PlacePath names={record.names} />
      </p>
    </header>
  );
}

/** That a person is recorded as gone is read before anything else. */
function Absence({ register: { presentWhen, fields }, record }: RecordArticleProps) {
  const wordsOf = useValueWords();
  const field = fields.find(({ name }) => name === presentWhen?.field);
  const state = field ? (record.values[field.name] ?? null) : null;
  if (!field || presentWhen?.is.includes(String(state))) return null;
  return <span className="tag tag-urgent">{wordsOf(field, state)}</span>;
}

function RecordSkeleton() {
  return (
    <div className="event">
      <div className="event-left">
        <Skeleton lines={2} height={24} />
        <Skeleton lines={8} />
      </div>
      <aside className="event-right">
        <Skeleton lines={1} height={240} />
        <Skeleton lines={6} />
      </aside>
    </div>
  );
}
