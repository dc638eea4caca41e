import { type EventRow, eventsApi } from '@wangge/contracts';
import { useState } from 'preact/hooks';
import { useReply } from '../data/use-reply';
import { sentenceFor, useWords } from '../data/words';
import { usePhone } from '../session/phone';
import { Empty } from '../ui/Empty';
import { NetLine } from '../ui/NetLine';
import { PageHead } from '../ui/PageHead';
import { Trouble } from '../ui/Trouble';
import { EventRows } from './EventRows';
import { myReports } from './event-questions';

/** Everything the worker has reported, the newest first, further back on request. */
export function ReportsPage() {
  const t = useWords();
  const { data, error } = useReply(...myReports());
  return (
    <div class="page">
      <PageHead title={t('phone.my-reports')} back />
      <NetLine />
      <main class="scroll">
        {!data && (error ? <Trouble error={error} /> : <Empty text={t('phone.loading')} />)}
        {data && data.items.length === 0 && <Empty text={t('phone.no-reports')} hint={t('phone.no-reports-hint')} />}
        {data && data.items.length > 0 && (
          <>
            <EventRows events={data.items} />
            <Earlier key={data.nextCursor} from={data.nextCursor} />
          </>
        )}
      </main>
    </div>
  );
}

function Earlier({ from }: { from: string | null }) {
  const t = useWords();
  const { connection } = usePhone();
  const [pages, setPages] = useState<readonly EventRow[]>([]);
  const [cursor, setCursor] = useState(from);
  const [state, setState] = useState<{ busy: boolean; trouble?: string }>({ busy: false });

  async function more() {
    if (cursor === null) return;
    setState({ busy: true });
    try {
      const [, { query }] = myReports();
      const page = await connection.call(eventsApi.list, { query: { ...query, cursor } });
      setPages((before) => [...before, ...page.items]);
      setCursor(page.nextCursor);
      setState({ busy: false });
    } catch (error) {
      setState({ busy: false, trouble: sentenceFor(error, t) });
    }
  }

  return (
    <>
      {pages.length > 0 && <EventRows events={pages} />}
      {state.trouble && (
        <p class="why" role="alert">
          {state.trouble}
        </p>
      )}
      {cursor !== null && (
        <div class="pad">
          <button type="button" class="btn line wide" disabled={state.busy} onClick={() => void more()}>
            {t('phone.earlier')}
          </button>
        </div>
      )}
    </>
  );
}
