import type { CallInput } from '@wangge/api-client';
import type { Endpoint } from '@wangge/contracts';
import { useEffect, useState } from 'preact/hooks';
import { usePhone } from '../session/phone';
import { keyOf, type Reply } from './replies';

const UNASKED = { loading: false } as const;

/** The server's reply to a question, kept on the device; `undefined` as input asks nothing. */
export function useReply<E extends Endpoint>(endpoint: E, input: CallInput<E> | undefined): Reply<E> {
  const { replies } = usePhone();
  const [, redraw] = useState(0);
  const key = input && keyOf(endpoint, input);
  useEffect(() => {
    if (!input || !key) return undefined;
    return replies.watch(key, endpoint, input, () => redraw((count) => count + 1));
    // The key stands for endpoint and input.
  }, [replies, key]);
  // Parsed by the contract when it came from the device, promised by the client when it came from the server.
  return key ? (replies.entry(key) as Reply<E>) : UNASKED;
}
