import { type RecordTag, registerTagsApi, type TagGroup } from '@wangge/contracts';
import { useState } from 'react';
import { client } from '../../data/client';
import { useTexts } from '../../i18n/use-texts';
import { ErrorNotice, Skeleton } from '../../ui/Notice';
import { ReasonDialog } from '../../ui/ReasonDialog';
import { TagDialog } from './TagDialog';
import { TagList } from './TagList';
import { useCareTags } from './tag-queries';
import type { TagsProps } from './tags-props';

/** What a record is tagged with, as far as the viewer may know: care tags at once, special ones after a reason. */
export function TagsSection({ register, record }: TagsProps) {
  const groups = new Set(register.tagKinds.map(({ group }) => group));
  return (
    <>
      {groups.has('care') && <CareTags register={register} record={record} />}
      {groups.has('special') && <SpecialTags register={register} record={record} />}
    </>
  );
}

function CareTags({ register, record }: TagsProps) {
  const t = useTexts();
  const { data, error, refetch } = useCareTags(register.name, record.id, true);
  const change = () => void refetch();
  return (
    <section className="facts tags" aria-labelledby="tags-care">
      <h2 id="tags-care">
        {t('console.tags.care')} <AddButton register={register} record={record} group="care" onChange={change} />
      </h2>
      {error && !data && <ErrorNotice error={error} onRetry={change} />}
      {!data && !error && <Skeleton lines={1} />}
      {data && <TagList register={register} record={record} tags={data.items} onChange={change} />}
    </section>
  );
}

/** Kept by the page alone, and gone with it. */
function SpecialTags({ register, record }: TagsProps) {
  const t = useTexts();
  const [tags, setTags] = useState<readonly RecordTag[]>();
  const [asking, setAsking] = useState(false);
  const look = async (reason: string) => {
    const params = { register: register.name, id: record.id };
    const { items } = await client.call(registerTagsApi.look, { params, body: { reason } });
    setTags(items);
    setAsking(false);
  };
  const change = (changed: RecordTag) =>
    setTags((before) => before && [changed, ...before.filter(({ id }) => id !== changed.id)]);
  return (
    <section className="facts tags" aria-labelledby="tags-special">
      <h2 id="tags-special">
        {t('console.tags.special')} <AddButton register={register} record={record} group="special" onChange={change} />
      </h2>
      {tags ? (
        <TagList register={register} record={record} tags={tags} onChange={change} />
      ) : (
        <p className="muted">
          {t('console.tags.hidden')}{' '}
          <button type="button" className="link" onClick={() => setAsking(true)}>
            {t('console.tags.look')}
          </button>
        </p>
      )}
      {asking && (
        <ReasonDialog
          title={t('console.tags.look-title', { title: record.title })}
          why={t('console.tags.look-why')}
          label={t('console.tags.look-reason')}
          example={t('console.tags.look-example')}
          button={t('console.tags.look')}
          onSend={look}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}

interface AddButtonProps extends TagsProps {
  readonly group: TagGroup;
  readonly onChange: (tag: RecordTag) => void;
}

function AddButton({ register, record, group, onChange }: AddButtonProps) {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  const kinds = register.tagKinds.filter((kind) => kind.group === group && kind.mayWrite);
  if (kinds.length === 0) return null;
  return (
    <span className="aside">
      <button type="button" className="link" onClick={() => setOpen(true)}>
        {t('console.tags.add')}
      </button>
      {isOpen && <TagDialog record={record} kinds={kinds} onDone={onChange} onClose={() => setOpen(false)} />}
    </span>
  );
}
