import type { CallInput } from '@wangge/api-client';
import type { Endpoint, ReplyOf } from '@wangge/contracts';
import { useEffect, useState } from 'preact/hooks';
import { api } from './api';

/** The reply to a question without input; asked again when the network comes back. */
export function useQuestion<E extends Endpoint>(
  endpoint: E & (Record<string, never> extends CallInput<E> ? unknown : never),
): ReplyOf<E> | undefined {
  const [reply, setReply] = useState<ReplyOf<E>>();
  useEffect(() => {
    let active = true;
    const ask = () =>
      void api.call<Endpoint>(endpoint, {}).then(
        // The endpoint's own reply, promised by the contract.
        (answer) => active && setReply(() => answer as ReplyOf<E>),
        () => undefined,
      );
    ask();
    addEventListener('online', ask);
    return () => {
      active = false;
      removeEventListener('online', ask);
    };
  }, [endpoint]);
  return reply;
}
