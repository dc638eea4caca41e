import { expect, test } from '@jest/globals';
import { ACTION_INPUT } from '@wangge/contracts';
import { act, file, newId, report } from '../events.js';
import { type Ask } from '../wire.js';
import { type Trial } from './trial.js';

function impossibleSteps(trial: Trial): void {
  const { acting, said, all, viewOf } = trial;
  test('that the state does not know, on an old version, or of no form, are refused and change nothing', async () => {
    const { version } = await viewOf(trial.event.id);
    expect(
      await said({
        unavailable: acting({ action: 'close', reason: undefined, conditionMet: true }),
        stale: acting({ version: version + 1 }),
        'far ahead': acting({ version: Number.MAX_SAFE_INTEGER }),
        'not his': acting({}, trial.worker.accessToken),
        'merged into itself': acting({ action: 'merge', reason: undefined, targetId: trial.event.id }),
        'merged into nothing': acting({ action: 'merge', reason: undefined, targetId: newId() }),
      }),
    ).toEqual({
      unavailable: '409 event.action-unavailable',
      stale: '409 record.stale',
      'far ahead': '409 record.stale',
      'not his': '403 permission.denied',
      'merged into itself': '422 event.merge-target',
      'merged into nothing': '422 event.merge-target',
    });
    const changes = [
      { version: 0 },
      { version: 1.5 },
      { version: '1' },
      { version: undefined },
      { action: 'submit' },
      { action: 'drop' },
      { action: undefined },
      { reason: '' },
      { reason: 'x' },
      { score: 5 },
      { commandId: 'x' },
    ];
    const asks = Object.fromEntries(changes.map((change) => [JSON.stringify(change), acting(change)]));
    expect(await said(asks)).toEqual(all(asks, '400 request.invalid'));
    expect(await viewOf(trial.event.id)).toMatchObject({ version, status: 'reported', timeline: [{ action: 'submit' }] });
  });
}

function impossibleTimes(trial: Trial): void {
  const { post, said } = trial;
  test('that suspend until a time that cannot be are refused', async () => {
    trial.expected += 1;
    const [dispatcher, handler] = [await trial.server.as('dispatcher'), await trial.server.as('handler')];
    const filed = await file(trial.desk, await report(trial.worker, trial.point));
    const { departmentId } = await trial.server.account('handler');
    expect(
      await said({
        nobody: post(
          `/events/${filed.id}/actions`,
          { action: 'dispatch', version: filed.version, departmentId: newId() },
          { token: dispatcher.accessToken },
        ),
      }),
    ).toEqual({ nobody: '422 department.unknown' });
    const handling = await act(handler, await act(dispatcher, filed, 'dispatch', { departmentId }), 'accept');
    const until = (instant: string) =>
      post(
        `/events/${handling.id}/actions`,
        { action: 'suspend', version: handling.version, reason: '待料', until: instant },
        { token: handler.accessToken },
      );
    expect(
      await said({
        past: until('2020-01-01T00:00:00Z'),
        far: until('2199-01-01T00:00:00Z'),
        never: until('0000-01-01T00:00:00Z'),
      }),
    ).toEqual({
      past: '422 event.until-invalid',
      far: '422 event.until-invalid',
      never: '400 request.invalid',
    });
  });
}

function foreignEvents(trial: Trial): void {
  const { post, get, said, all } = trial;
  test('a foreign event is like none, at every address that takes an id', async () => {
    const inputs: Record<string, object> = {
      'send-verify': {},
      verify: { verification: 'exists' },
      file: { conditionId: 'general-01003' },
      merge: { targetId: newId() },
      dispatch: { departmentId: newId() },
      suspend: { reason: '待料', until: '2026-12-01T00:00:00Z' },
      close: { conditionMet: true },
      rate: { score: 5 },
      'self-handle': { note: 'x' },
      finish: { note: 'x' },
      correct: { conditionId: 'general-01003', reason: '不行' },
      arbitrate: { departmentId: newId(), reason: '不行' },
      'confirm-extension': { verdict: 'approve' },
      'decide-extension': { verdict: 'approve' },
      supervise: { level: 'level-1', reason: '不行', replyBy: '2026-12-01T00:00:00Z' },
      urge: { note: 'x' },
      'answer-supervision': { note: 'x' },
      'request-assist': { assistKind: 'emergency', departmentIds: [newId()], reason: '不行' },
      'report-assist': { note: 'x' },
      'decide-assist': { assistNo: 1, ruling: 'uphold', note: 'x' },
      'recall-assist': { assistNo: 1, reason: '不行' },
      'score-assist': { assistNo: 1, score: 5 },
      'review-appeal': { verdict: 'approve', note: 'x' },
      'decide-appeal': { verdict: 'approve', note: 'x' },
    };
    const token = trial.stranger.accessToken;
    const asksOf = (id: string): Record<string, Ask> => ({
      get: get(`/events/${id}`, token),
      nearby: get(`/events/${id}/nearby`, token),
      ...Object.fromEntries(
        Object.keys(ACTION_INPUT).map((action) => [
          action,
          post(
            `/events/${id}/actions`,
            {
              action,
              version: 1,
              ...(inputs[action] ??
                (ACTION_INPUT[action as keyof typeof ACTION_INPUT].safeParse({}).success ? {} : { reason: '不行' })),
            },
            { token },
          ),
        ]),
      ),
    });
    for (const id of [trial.event.id, newId(), trial.event.id.toUpperCase(), 'x', "' or 1=1"])
      expect(await said(asksOf(encodeURIComponent(id)))).toEqual(all(asksOf(id), '404 not-found'));
    expect(
      await said({
        workers: get(`/events/${trial.event.id}/workers`, token),
        photo: get(`/files/${trial.photo.sha256}`, token),
        state: get(`/files/${trial.photo.sha256}/state`, token),
        own: get(`/files/${trial.photo.sha256}`),
      }),
    ).toEqual({
      workers: '403 permission.denied',
      photo: '404 not-found',
      state: '404 file.not-declared',
      own: '200',
    });
  });
}

export function badSteps(trial: Trial): void {
  impossibleSteps(trial);
  impossibleTimes(trial);
  foreignEvents(trial);
}
