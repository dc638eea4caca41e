import type { RegisterView } from '@wangge/contracts';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { GridTree } from '../../events/list/GridTree';
import { useTexts } from '../../i18n/use-texts';
import { useCrumbs } from '../../layout/crumbs';
import { Empty, ErrorNotice, Notice, Skeleton } from '../../ui/Notice';
import { registerAddress } from '../register-address';
import { useLabel } from '../register-words';
import { WithRegister } from '../WithRegister';
import { usePairs } from './duplicate-queries';
import { PairCard } from './PairCard';

/** 疑似重复: records of a register that may have been entered twice. */
export function PairList() {
  const { register: name = '' } = useParams();
  return <WithRegister name={name}>{(register) => <PairsOf key={register.name} register={register} />}</WithRegister>;
}

function PairsOf({ register }: { readonly register: RegisterView }) {
  const t = useTexts();
  const labelOf = useLabel();
  const [search, setSearch] = useSearchParams();
  const scope = search.get('scope') ?? undefined;
  const label = labelOf(register.label);
  useCrumbs(
    { text: t('console.registers') },
    { text: label, to: registerAddress(register.name) },
    { text: t('console.pairs') },
  );
  return (
    <div className="list-page">
      <GridTree counts={false} scope={scope} onSelect={(code) => setSearch(code ? { scope: code } : {})} />
      <section className="list-main" aria-labelledby="pairs-title">
        <header className="list-head">
          <h1 id="pairs-title">{t('console.pairs.title', { register: label })}</h1>
          <Link className="button" to={registerAddress(register.name)}>
            {t('console.registers.back')}
          </Link>
        </header>
        <p className="pairs-why muted">{t('console.pairs.why')}</p>
        {register.mayMerge ? (
          <Pairs register={register} scope={scope} />
        ) : (
          <Notice kind="warning">{t('error.permission.denied')}</Notice>
        )}
      </section>
    </div>
  );
}

function Pairs({ register, scope }: { readonly register: RegisterView; readonly scope: string | undefined }) {
  const t = useTexts();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePairs(register.name, scope);
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  const first = data?.pages[0];
  if (!data || !first) return <Skeleton lines={10} height={20} />;
  const pairs = data.pages.flatMap(({ items }) => items);
  if (pairs.length === 0) return <Empty title={t('console.pairs.empty')}>{t('console.pairs.empty-why')}</Empty>;
  const words = first.totalIs === 'atLeast' ? 'console.pairs.count-at-least' : 'console.pairs.count';
  return (
    <div className="pairs">
      <p>{t(words, { count: first.total })}</p>
      <ul>
        {pairs.map((pair) => (
          <li key={pair.id}>
            <PairCard register={register} pair={pair} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('console.pairs.more')}
        </button>
      )}
    </div>
  );
}
