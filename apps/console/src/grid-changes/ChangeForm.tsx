import { GridChangeKind } from '@wangge/contracts';
import { useTexts } from '../i18n/use-texts';
import { ErrorNotice, Skeleton } from '../ui/Notice';
import type { ChangeFormProps } from './change-form-props';
import { DrawingFields } from './DrawingFields';
import { GridChooser } from './GridChooser';
import { MovesSection } from './MovesSection';
import { PlanSection } from './PlanSection';
import { ResultSection } from './ResultSection';
import { draftOf, type GridWorking } from './use-grid-work';

/** In the order somebody thinks of it: what, which grid, where the border runs, what follows, from when. */
export function ChangeForm(props: ChangeFormProps) {
  const t = useTexts();
  const { community, boundaries, working, check, onPlanned } = props;
  const { work } = working;
  const isAsked = draftOf(work) !== undefined;
  const result = isAsked ? check.data : undefined;
  return (
    <div className="grid-change-form">
      <KindChooser working={working} />
      <GridChooser boundaries={boundaries} working={working} />
      <DrawingFields {...props} />
      <section aria-labelledby="grid-result">
        <h2 id="grid-result">{t('console.grids.result')}</h2>
        <div aria-live="polite">
          {!isAsked && <p className="muted">{t('console.grids.result.waiting')}</p>}
          {isAsked && check.error && <ErrorNotice error={check.error} onRetry={() => void check.refetch()} />}
          {isAsked && !check.data && !check.error && <Skeleton lines={3} />}
          {result && !check.error && <ResultSection community={community} result={result} working={working} />}
        </div>
      </section>
      {result && !check.error && result.problems.every(({ refused }) => !refused) && (
        <>
          {work.kind !== 'rename' && <MovesSection result={result} working={working} />}
          <PlanSection community={community} result={result} work={work} onPlanned={onPlanned} />
        </>
      )}
    </div>
  );
}

/** Splitting is what is done most. */
const KINDS: readonly GridChangeKind[] = ['split', 'merge', 'redraw', 'rename'] satisfies typeof GridChangeKind.options;

function KindChooser({ working: { work, begin } }: { readonly working: GridWorking }) {
  const t = useTexts();
  const first = work.codes.slice(0, 1);
  return (
    <section>
      <fieldset className="chips" aria-label={t('console.grids.kind')}>
        {KINDS.map((kind) => (
          <button key={kind} type="button" className="chip" aria-pressed={kind === work.kind} onClick={() => begin(kind, first)}>
            {t(`console.grids.kind.${kind}`)}
          </button>
        ))}
      </fieldset>
      <p className="muted">{t(`console.grids.how.${work.kind}`)}</p>
    </section>
  );
}
