import { Me } from '@wangge/contracts';

const ME_KEY = 'wangge.phone.me';
const LEAVING_KEY = 'wangge.phone.leaving';

/** Who was signed in last on this device, so that the app opens without network. Holds no secret. */
export function rememberedMe(): Me | undefined {
  const stored = localStorage.getItem(ME_KEY);
  if (stored === null) return undefined;
  try {
    return Me.safeParse(JSON.parse(stored)).data;
  } catch {
    return undefined;
  }
}

export function rememberMe(me: Me): void {
  localStorage.setItem(ME_KEY, JSON.stringify(me));
}

export function forgetMe(): void {
  localStorage.removeItem(ME_KEY);
}

/** Another tab signed in or out: this one must not go on as somebody else. */
export function onOtherTab(changed: () => void): void {
  window.addEventListener('storage', ({ key }) => {
    if (key === ME_KEY || key === null) changed();
  });
}

/** Signing out without network cannot reach the server: it is made up for at the next start. */
export const leaving = {
  begin: () => localStorage.setItem(LEAVING_KEY, '1'),
  done: () => localStorage.removeItem(LEAVING_KEY),
  get pending() {
    return localStorage.getItem(LEAVING_KEY) !== null;
  },
} as const;
