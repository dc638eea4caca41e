import { type RegisterView, registersApi } from '@wangge/contracts';
import type { Reply } from '../data/replies';
import { useReply } from '../data/use-reply';
import { usePhone } from '../session/phone';

const ALL = {} as const;

/** The definitions: forms are drawn from them, so they are on the device before the network goes (`keepReady`). */
export function useRegisters(): Reply<typeof registersApi.list> {
  const { may } = usePhone();
  return useReply(registersApi.list, may('register.read') ? ALL : undefined);
}

/** Undefined while it loads, null where there is no such register. */
export function useRegister(name: string): RegisterView | null | undefined {
  const { data, error } = useRegisters();
  if (!data) return error ? null : undefined;
  return data.items.find((register) => register.name === name) ?? null;
}
