import { expect, test } from '@jest/globals';
import { accountsApi } from '@wangge/contracts';
import { newId } from '../events.js';
import { type Ask, claimsOf, forge } from '../wire.js';
import { type Trial, V1 } from './trial.js';

const me = (token: string, headers: Record<string, string> = {}): Ask => ({ path: `${V1}/me`, token, headers });

function endedTokens(trial: Trial): void {
  const { said } = trial;
  test('that are expired, altered, of another key or of none are told apart from missing ones only by their code', async () => {
    const token = (await trial.server.as('worker2')).accessToken ?? '';
    const claims = claimsOf(token);
    const [head, content] = token.split('.');
    const past = { ...claims, iat: 1_700_000_000, exp: 1_700_000_600 };
    const other = { ...claims, sub: claimsOf(trial.desk.accessToken ?? '').sub };
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    expect(
      await said({
        'forged as it should be': me(await forge(trial.server, claims)),
        expired: me(await forge(trial.server, past)),
        altered: me([head, encode(other), token.split('.')[2]].join('.')),
        'half of it': me(token.slice(0, 40)),
        none: me(`${encode({ alg: 'none', typ: 'JWT' })}.${content}.`),
        'of another key': me(await forge(trial.server, claims, undefined, Buffer.alloc(32))),
        'of another account': me(await forge(trial.server, other)),
        'of no session': me(await forge(trial.server, { ...claims, sid: newId() })),
        'of another version': me(await forge(trial.server, { ...claims, ver: 99 })),
        basic: me('', { authorization: 'Basic d29ya2VyMTp4' }),
        words: me('', { authorization: "Bearer ' or 1=1 --" }),
        missing: { path: `${V1}/me` },
      }),
    ).toEqual({
      'forged as it should be': '200',
      expired: '401 session.expired',
      altered: '401 session.invalid',
      'half of it': '401 session.invalid',
      none: '401 session.invalid',
      'of another key': '401 session.invalid',
      'of another account': '401 session.invalid',
      'of no session': '401 session.invalid',
      'of another version': '401 session.invalid',
      basic: '401 session.invalid',
      words: '401 session.invalid',
      missing: '401 session.missing',
    });
  });

  test('end with the session that was signed out', async () => {
    const leaving = await trial.server.as('worker2');
    const token = leaving.accessToken ?? '';
    expect(await said({ before: me(token) })).toEqual({ before: '200' });
    await leaving.signOut();
    expect(await said({ after: me(token) })).toEqual({ after: '401 session.invalid' });
  });
}

function disabledAccounts(trial: Trial): void {
  const { post, get, reporting, said, all } = trial;
  test('of an account that is disabled end at once, and its stream within fifteen seconds', async () => {
    const admin = await trial.server.as('secadmin');
    const disabled = await trial.server.as('gridleader');
    const token = disabled.accessToken ?? '';
    const ear = await fetch(`${trial.server.origin}${V1}/stream`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(30_000),
    });
    const [account] = (await admin.call(accountsApi.list, { query: { q: 'gridleader' } })).items;
    const params = { id: account?.id ?? '' };
    const closed = ear.text();
    await admin.call(accountsApi.change, { params, body: { version: account?.version ?? 0, disabled: true } });
    const at = Date.now();
    expect(
      await said({
        me: me(token),
        report: { ...reporting({}), token },
        list: get('/events', token),
        stream: get('/stream', token),
      }),
    ).toEqual(all({ me: 0, report: 0, list: 0, stream: 0 }, '401 session.invalid'));
    expect(await closed).toContain('event: hello');
    expect(Date.now() - at).toBeLessThan(15_000);
    const { password } = await trial.server.account('gridleader');
    expect(await said({ again: post('/session', { username: 'gridleader', password }, { token: undefined }) })).toEqual({
      again: '401 session.wrong-credentials',
    });
    await admin.call(accountsApi.change, { params, body: { version: (account?.version ?? 0) + 1, disabled: false } });
    expect(await said({ old: me(token) })).toEqual({ old: '401 session.invalid' });
  });
}

export function badTokens(trial: Trial): void {
  endedTokens(trial);
  disabledAccounts(trial);
}
