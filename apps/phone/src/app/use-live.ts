import { openStream } from '@wangge/api-client';
import { type EventNews, eventsApi, type EventStatus } from '@wangge/contracts';
import { eventIdOf } from '@wangge/offline';
import { useEffect } from 'preact/hooks';
import { usePhone, type Phone } from '../session/phone';
import { type PhoneWords, useWords } from '../data/words';
import { currentRoute, href } from './routes';
import { show } from './toasts';
import { knownStatus } from '../events/my-reports';

/** The browser reconnects by itself, but not after the server has turned it away: then the stream is opened anew. */
const REOPEN_MILLIS = 30_000;

/** Live news while the app is on the screen: my reports and my tasks as they change. */
export function useLive(): void {
  const phone = usePhone();
  const t = useWords();
  useEffect(() => (phone.may('event.read') ? keepOpen(phone, t) : undefined), [phone, t]);
}

function keepOpen(phone: Phone, t: PhoneWords): () => void {
  let close: (() => void) | undefined;
  let connected = false;
  const open = async () => {
    if (connected || document.visibilityState !== 'visible' || !(await phone.connection.join())) return;
    close?.();
    close = openStream(phone.client, {
      onEvent: (news) => onNews(news, phone, t),
      onTask: () => phone.replies.renew('/tasks'),
      onConnected: (now) => {
        connected = now;
        if (now) phone.connection.reachable.set(true);
      },
    });
  };
  void open();
  const timer = setInterval(() => void open(), REOPEN_MILLIS);
  return () => {
    clearInterval(timer);
    close?.();
  };
}

/** News of events the device does not know may be of reports made elsewhere: lists on the screen are asked again, not too often. */
const CALM_MILLIS = 10_000;
let renewing: ReturnType<typeof setTimeout> | undefined;

function renewSoon({ replies }: Phone): void {
  if (renewing !== undefined) return;
  renewing = setTimeout(() => {
    renewing = undefined;
    replies.renew(`${eventsApi.list.path} `);
  }, CALM_MILLIS);
}

/** What was said last of each report, since lists that are not on the screen are not renewed. */
const told = new Map<string, EventStatus>();

function onNews(news: EventNews, phone: Phone, t: PhoneWords): void {
  const known = knownStatus(news.id, phone);
  const before = told.get(news.id) ?? known;
  const route = currentRoute.value;
  if (!known) renewSoon(phone);
  if (known || (route.page === 'event' && route.id === news.id)) phone.replies.renew('/events');
  if (!known || before === news.status) return;
  told.set(news.id, news.status);
  if (isMyOwnStep(news, phone)) return;
  show({ text: t('phone.toast-changed', { title: news.title, status: t(`status.${news.status}`) }), to: href.event(news.id) });
}

/** What the worker has just done needs no telling. */
function isMyOwnStep({ id, action }: EventNews, { outbox }: Phone): boolean {
  return outbox.items.some(
    (item) => item.command.kind === 'action' && eventIdOf(item) === id && item.command.body.action === action,
  );
}
