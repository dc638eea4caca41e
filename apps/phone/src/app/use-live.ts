import { openStream } from '@wangge/api-client';
import type { EventNews } from '@wangge/contracts';
import { eventIdOf } from '@wangge/offline';
import { useEffect } from 'preact/hooks';
import { usePhone, type Phone } from '../session/phone';
import { type PhoneWords, useWords } from '../data/words';
import { currentRoute, href } from './routes';
import { show } from './toasts';
import { isMyReport } from '../events/my-reports';

/** The browser reconnects by itself, but not after the server has turned it away: then the stream is opened anew. */
const REOPEN_MILLIS = 30_000;

/** Live news while the app is on the screen: my reports and my tasks as they change. */
export function useLive(): void {
  const phone = usePhone();
  const t = useWords();
  useEffect(() => keepOpen(phone, t), [phone, t]);
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

function onNews(news: EventNews, phone: Phone, t: PhoneWords): void {
  const route = currentRoute.value;
  const mine = isMyReport(news.id, phone);
  if (mine || (route.page === 'event' && route.id === news.id)) phone.replies.renew('/events');
  if (!mine || news.action === 'submit' || isMyOwnStep(news, phone)) return;
  show({ text: t('phone.toast-changed', { title: news.title, status: t(`status.${news.status}`) }), to: href.event(news.id) });
}

/** What the worker has just done needs no telling. */
function isMyOwnStep({ id, action }: EventNews, { outbox }: Phone): boolean {
  return outbox.items.some((item) => item.command.kind === 'action' && eventIdOf(item) === id && item.command.body.action === action);
}
