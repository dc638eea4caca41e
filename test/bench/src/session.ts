import { readFileSync } from 'node:fs';

const Accounts = (dataDir: string): { username: string; password: string }[] =>
  JSON.parse(readFileSync(`${dataDir}/demo-accounts.json`, 'utf8'));

export interface SignedIn {
  readonly username: string;
  readonly accountId: string;
  readonly token: string;
}

/** Signs in the accounts the scenarios need. Tokens last ten minutes: a long run signs in again. */
export async function signIn(origin: string, dataDir: string, names: readonly string[]): Promise<ReadonlyMap<string, SignedIn>> {
  const accounts = Accounts(dataDir);
  const found = new Map<string, SignedIn>();
  for (const username of names) {
    const password = accounts.find((account) => account.username === username)?.password;
    const answer = await fetch(`${origin}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password, screen: 'api' }),
    });
    if (!answer.ok) throw new Error(`${username} cannot sign in: ${answer.status} ${await answer.text()}`);
    const { accessToken }: { accessToken: string } = await answer.json();
    const claims: { sub: string } = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString());
    found.set(username, { username, accountId: claims.sub, token: accessToken });
  }
  return found;
}

export async function ask(origin: string, path: string, token: string, init: { readonly method?: string; readonly body?: unknown } = {}): Promise<unknown> {
  const answer = await fetch(`${origin}${path}`, {
    method: init.method ?? 'GET',
    headers: { authorization: `Bearer ${token}`, ...(init.body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
  });
  if (!answer.ok) throw new Error(`${init.method ?? 'GET'} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
