import type { RegisterView } from '@wangge/contracts';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { useTexts } from '../../i18n/use-texts';
import { useCrumbs } from '../../layout/crumbs';
import { Empty, ErrorNotice, Notice, Skeleton } from '../../ui/Notice';
import { registerAddress } from '../register-address';
import { useLabel } from '../register-words';
import { WithRegister } from '../WithRegister';
import { MoveCard } from './MoveCard';
import { type MovesView, useMoves, VIEWS } from './move-queries';

/** 迁入待接收, and the other three: what comes, what goes, and what came of it. */
export function MoveList() {
  const { register: name = '' } = useParams();
  return <WithRegister name={name}>{(register) => <MovesOf key={register.name} register={register} />}</WithRegister>;
}

function MovesOf({ register }: { readonly register: RegisterView }) {
  const t = useTexts();
  const labelOf = useLabel();
  const [search, setSearch] = useSearchParams();
  const view = VIEWS.find((each) => each === search.get('view')) ?? 'in';
  const label = labelOf(register.label);
  useCrumbs(
    { text: t('console.registers') },
    { text: label, to: registerAddress(register.name) },
    { text: t('console.moves') },
  );
  return (
    <section className="list-main moves" aria-labelledby="moves-title">
      <header className="list-head">
        <h1 id="moves-title">{t('console.moves.title', { register: label })}</h1>
        <Link className="button" to={registerAddress(register.name)}>
          {t('console.registers.back')}
        </Link>
      </header>
      <div className="move-views">
        {VIEWS.map((each) => (
          <button
            key={each}
            type="button"
            className={each === view ? 'button primary' : 'button'}
            aria-pressed={each === view}
            onClick={() => setSearch({ view: each })}
          >
            {t(`console.moves.${each}`)}
          </button>
        ))}
      </div>
      {register.mayMove ? (
        <Moves register={register} view={view} />
      ) : (
        <Notice kind="warning">{t('error.permission.denied')}</Notice>
      )}
    </section>
  );
}

function Moves({ register, view }: { readonly register: RegisterView; readonly view: MovesView }) {
  const t = useTexts();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useMoves(register.name, view);
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} height={20} />;
  const moves = data.pages.flatMap(({ items }) => items);
  if (moves.length === 0) return <Empty title={t('console.moves.empty')}>{t('console.moves.empty-why')}</Empty>;
  return (
    <div className="pairs">
      <ul>
        {moves.map((move) => (
          <li key={move.id}>
            <MoveCard register={register} move={move} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('console.moves.more')}
        </button>
      )}
    </div>
  );
}
