import type { RegisterView } from '@wangge/contracts';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { GridTree } from '../../events/list/GridTree';
import { ColumnChooser } from '../../events/list/ColumnChooser';
import { PageControls } from '../../events/list/Pager';
import { useTexts } from '../../i18n/use-texts';
import { ExportDialog } from '../../exports/ExportDialog';
import { useCrumbs } from '../../layout/crumbs';
import { useMay } from '../../layout/use-me';
import { Icon } from '../../ui/Icon';
import { Empty, ErrorNotice, Skeleton } from '../../ui/Notice';
import { PairsLink } from '../duplicates/PairsLink';
import { MovesLink } from '../moves/MovesLink';
import { createAddress } from '../register-address';
import { WithRegister } from '../WithRegister';
import { useLabel } from '../register-words';
import { ListActions } from './ListActions';
import { RecordSearchForm } from './RecordSearchForm';
import { RecordTable } from './RecordTable';
import { useColumnsOf } from './record-columns';
import { type RecordList, useRecordList } from './use-record-list';

const ROW = 40;
/** Bars above and below the rows. */
const AROUND = 48 + 56 + 56 + 48 + 40 + 48;
const rowsThatFit = () => Math.min(50, Math.max(10, Math.floor((window.innerHeight - AROUND) / ROW)));

/** Any register, drawn from its definition. */
export function RegisterList() {
  const { register: name = '' } = useParams();
  return <WithRegister name={name}>{(register) => <ListOf key={register.name} register={register} />}</WithRegister>;
}

function ListOf({ register }: { readonly register: RegisterView }) {
  const t = useTexts();
  const labelOf = useLabel();
  const [perPage] = useState(rowsThatFit);
  const list = useRecordList(register, perPage);
  const { filter, setFilter } = list;
  const label = labelOf(register.label);
  useCrumbs({ text: t('console.registers') }, { text: label });
  return (
    <div className="list-page">
      <GridTree counts={false} scope={filter.scope} onSelect={(scope) => setFilter({ ...filter, scope: scope ?? '' })} />
      <section className="list-main" aria-labelledby="list-title">
        <header className="list-head">
          <h1 id="list-title">{label}</h1>
          <MovesLink register={register} />
          <PairsLink register={register} />
          <ListActions register={register} />
        </header>
        <RecordSearchForm key={JSON.stringify(filter)} register={register} filter={filter} onSearch={setFilter} />
        <Rows register={register} list={list} />
      </section>
    </div>
  );
}

interface RowsProps {
  readonly register: RegisterView;
  readonly list: RecordList;
}

function Rows({ register, list }: RowsProps) {
  const columns = useColumnsOf(register);
  const { data } = list.records;
  return (
    <>
      <div className="list-bar">
        <OrderWords register={register} list={list} />
        <div className="list-tools">
          <ExportTool register={register} list={list} />
          <ColumnChooser columns={columns.choosable} onToggle={columns.toggle} />
        </div>
      </div>
      <Content register={register} list={list} columns={columns.shown} />
      {data && (
        <PageControls
          page={list.page}
          perPage={list.perPage}
          total={data.total}
          atLeast={data.totalIs === 'atLeast'}
          setPage={list.setPage}
        />
      )}
    </>
  );
}

function ExportTool({ register, list }: RowsProps) {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  if (!useMay('register.export')) return null;
  return (
    <>
      <button type="button" className="tool" onClick={() => setOpen(true)}>
        <Icon name="export" />
        {t('console.exports.open')}
      </button>
      {isOpen && (
        <ExportDialog register={register} filter={list.filter} total={list.records.data?.total} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

function OrderWords({ register, list: { sort } }: RowsProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const field = register.fields.find(({ name }) => name === sort.field);
  if (!field) return <span className="muted">{t('console.registers.order.newest')}</span>;
  const order = sort.order === 'ASC' ? 'ascending' : 'descending';
  return <span className="muted">{t(`console.registers.order.${order}`, { field: labelOf(field.label) })}</span>;
}

function Content({ register, list, columns }: RowsProps & { readonly columns: ReturnType<typeof useColumnsOf>['shown'] }) {
  const { data, error, isFetching, refetch } = list.records;
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={12} height={20} />;
  if (data.items.length === 0) return <Nothing register={register} list={list} />;
  return (
    <>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      <RecordTable
        register={register}
        rows={data.items}
        columns={columns}
        sort={list.sort}
        onSort={list.setSort}
        busy={isFetching}
      />
    </>
  );
}

/** A filter that finds nothing is widened; a register without records gets its first. */
function Nothing({ register, list: { filter, setFilter } }: RowsProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const label = labelOf(register.label);
  if (Object.keys(filter).some((name) => name !== 'scope')) {
    return (
      <Empty title={t('console.registers.empty')}>
        {t('console.registers.empty-why')}
        <button type="button" className="link" onClick={() => setFilter({ scope: filter.scope ?? '' })}>
          {t('console.registers.show-all')}
        </button>
      </Empty>
    );
  }
  return (
    <Empty title={t('console.registers.bare', { register: label })}>
      {t(register.mayWrite ? 'console.registers.bare-why' : 'console.registers.bare-read')}{' '}
      {register.mayWrite && <Link to={createAddress(register.name)}>{t('console.registers.create', { register: label })}</Link>}
    </Empty>
  );
}
