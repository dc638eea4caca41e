import { ApiError } from '@wangge/api-client';
import { type PublicReceipt, publicReportsApi, type PublicStatus } from '@wangge/contracts';
import { useEffect, useState } from 'preact/hooks';
import { api } from '../api';
import { TextField } from '../ui/TextField';
import { sentenceFor, useWords } from '../words';
import { KeptList } from './KeptList';
import { Progress } from './Progress';

const NUMBER = /^\d{8}-\d{4,6}$/;
const SECRET = /^[A-Za-z0-9_-]{22}$/;

/** What became of a report, by its number and secret; both travel in the body only. */
export function FollowPage({ receipt }: { receipt: PublicReceipt | undefined }) {
  const t = useWords();
  const [key, setKey] = useState<PublicReceipt>(receipt ?? { number: '', secret: '' });
  const [asked, setAsked] = useState(false);
  const [found, setFound] = useState<{ status: PublicStatus; key: PublicReceipt }>();
  const [state, setState] = useState<{ busy: boolean; trouble?: string }>({ busy: false });

  async function look(wanted: PublicReceipt) {
    setAsked(true);
    setFound(undefined);
    if (!NUMBER.test(wanted.number) || !SECRET.test(wanted.secret)) return;
    setState({ busy: true });
    try {
      const status = await api.call(publicReportsApi.status, { body: wanted });
      setFound({ status, key: wanted });
      setState({ busy: false });
    } catch (error) {
      const unknown = error instanceof ApiError && error.status === 404;
      setState({ busy: false, trouble: unknown ? t('report.not-found') : sentenceFor(error, t) });
    }
  }

  useEffect(() => {
    if (receipt) void look(receipt);
  }, []);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    void look({ number: key.number.trim(), secret: key.secret.trim() });
  }

  return (
    <>
      <h1>{t('report.follow-heading')}</h1>
      <div class="follow">
        <div class="ask">
          <form class="report-key" noValidate onSubmit={submit}>
            <TextField
              label={t('field.number')}
              name="number"
              most={20}
              value={key.number}
              fault={asked && !NUMBER.test(key.number.trim()) ? t('report.number-form') : undefined}
              onChange={(number) => setKey({ ...key, number })}
            />
            <TextField
              label={t('field.secret')}
              name="secret"
              most={40}
              value={key.secret}
              fault={asked && !SECRET.test(key.secret.trim()) ? t('report.secret-form') : undefined}
              onChange={(secret) => setKey({ ...key, secret })}
            />
            <button type="submit" class="btn prim big" disabled={state.busy}>
              {t('report.look')}
            </button>
          </form>
          <KeptList
            onLook={({ number, secret }) => {
              setKey({ number, secret });
              void look({ number, secret });
            }}
          />
        </div>
        <div aria-live="polite">
          {state.trouble && <p class="why">{state.trouble}</p>}
          {found && <Progress status={found.status} receipt={found.key} onRated={(status) => setFound({ ...found, status })} />}
        </div>
      </div>
    </>
  );
}
