import { GridTree } from '../events/list/GridTree';
import { useTexts } from '../i18n/use-texts';
import { useCrumbs } from '../layout/crumbs';
import { ErrorNotice, Skeleton } from '../ui/Notice';
import { Segments } from '../ui/Segments';
import { CasesDrawer } from './CasesDrawer';
import { type Choice, useChoice } from './indicator-choice';
import { GROUP_NAMES } from './indicator-groups';
import { useIndicatorTable } from './indicator-queries';
import { IndicatorTable } from './IndicatorTable';
import { PeriodChoice } from './PeriodChoice';

/** The indicators of an area or its departments; each number opens to exactly its cases. */
export function IndicatorsPage() {
  const t = useTexts();
  const { choice, choose } = useChoice();
  useCrumbs({ text: t('console.indicators') });
  return (
    <div className="list-page">
      <GridTree counts={false} scope={choice.scope} onSelect={(scope) => choose({ scope: scope ?? null, key: null })} />
      <section className="list-main" aria-labelledby="indicators-title">
        <header className="list-head">
          <h1 id="indicators-title">{t('console.indicators')}</h1>
        </header>
        <div className="search-form">
          <Segments
            label={t('console.indicators.by')}
            options={['area', 'department']}
            chosen={choice.by}
            wordsOf={(by) => t(`console.indicators.by.${by}`)}
            onChoose={(by) => choose({ by, key: null })}
          />
          <PeriodChoice period={choice.period} onChoose={(period) => choose({ ...period, key: null })} />
        </div>
        <div className="list-bar">
          <Segments
            label={t('console.indicators.group')}
            options={GROUP_NAMES}
            chosen={choice.group}
            wordsOf={(group) => t(`console.indicators.group.${group}`)}
            onChoose={(group) => choose({ group })}
          />
          <span className="muted list-tools">{t('console.indicators.hint')}</span>
        </div>
        <Content choice={choice} choose={choose} />
      </section>
    </div>
  );
}

function Content({ choice, choose }: { readonly choice: Choice; readonly choose: ReturnType<typeof useChoice>['choose'] }) {
  const { data, error, isFetching, refetch } = useIndicatorTable(choice);
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={10} height={20} />;
  const { opened } = choice;
  const row = opened && [data.total, ...data.rows].find(({ id }) => id === opened.of);
  return (
    <>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      <IndicatorTable
        table={data}
        choice={choice}
        busy={isFetching}
        onOpen={({ key, side, of }) => choose({ key, side, of })}
      />
      {opened && <CasesDrawer choice={choice} opened={opened} name={row?.name ?? ''} onClose={() => choose({ key: null, side: null, of: null })} />}
    </>
  );
}
