import type { EditionView } from '@wangge/contracts';
import { bookOf } from '@wangge/domain';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { useTexts } from '../i18n/use-texts';
import { useCrumbs } from '../layout/crumbs';
import { useLabel } from '../registers/register-words';
import { ErrorNotice, Skeleton } from '../ui/Notice';
import { Segments } from '../ui/Segments';
import { ChangeTable } from './ChangeTable';
import { EditionState } from './EditionState';
import { EditionSteps } from './EditionSteps';
import { FindingTable } from './FindingTable';
import { RowTable } from './RowTable';
import { useEdition } from './standard-queries';

export function EditionPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useEdition(id);
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={10} height={20} />;
  return <Edition key={data.id} edition={data} />;
}

/** One edition: its lists, what is wrong with them, and what is otherwise than before. */
function Edition({ edition }: { readonly edition: EditionView }) {
  const t = useTexts();
  const labelOf = useLabel();
  const book = bookOf(edition.book);
  const [firstList] = book.lists;
  const [shown, show] = useState(firstList?.name ?? 'findings');
  const named = { book: labelOf(book.label), number: t('console.standards.number-is', { number: edition.number }) };
  useCrumbs({ text: t('console.standards'), to: `/standards?book=${edition.book}` }, { text: `${named.book} ${named.number}` });
  const list = book.lists.find(({ name }) => name === shown);
  const tabs = [...book.lists.map(({ name }) => name), ...(edition.state === 'draft' ? ['findings'] : []), 'changes'];
  const wordsOf = (tab: string): string => {
    if (tab === 'findings') return t('console.standards.findings', { count: edition.findings.length });
    if (tab === 'changes') return t('console.standards.changes', { count: edition.changes.length });
    const found = book.lists.find(({ name }) => name === tab);
    return `${found ? labelOf(found.label) : tab} ${edition.lists[tab]?.length ?? 0}`;
  };
  return (
    <section className="accounts standards" aria-labelledby="edition-title">
      <header className="list-head">
        <h1 id="edition-title">
          {named.book} {named.number}
        </h1>
        <EditionState edition={edition} />
        {edition.effectiveOn && <span className="muted">{edition.effectiveOn}</span>}
        <EditionSteps edition={edition} onImported={() => show('changes')} />
      </header>
      <Segments label={t('console.standards.see')} options={tabs} chosen={shown} wordsOf={wordsOf} onChoose={show} />
      {list && <RowTable key={list.name} edition={edition} list={list} />}
      {shown === 'findings' && <FindingTable edition={edition} findings={edition.findings} />}
      {shown === 'changes' && <ChangeTable edition={edition} />}
    </section>
  );
}
