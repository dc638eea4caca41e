import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { badDefinitions } from './bad-input/definitions.js';
import { badFiles } from './bad-input/files.js';
import { badForm } from './bad-input/form.js';
import { badPlaces } from './bad-input/places.js';
import { badSteps } from './bad-input/steps.js';
import { badTokens } from './bad-input/tokens.js';
import { Trial } from './bad-input/trial.js';
import { badWords } from './bad-input/words.js';
import { newId } from './events.js';
import { KINDS } from './running-server.js';

jest.setTimeout(300_000);

describe.each(KINDS)('bad input, on %s', (kind) => {
  const trial = new Trial();
  const { acting, all, post, reporting, said } = trial;
  beforeAll(() => trial.begin(kind));
  afterAll(() => trial.end());

  describe('of a place', () => badPlaces(trial));
  describe('of words and numbers', () => badWords(trial));
  describe('of files', () => badFiles(trial));
  describe('of steps', () => badSteps(trial));
  describe('of tokens', () => badTokens(trial));
  describe('of form', () => badForm(trial));
  describe('of definitions', () => badDefinitions(trial));

  test('after all of it nothing is half-done, nothing failed, and the server is ready', async () => {
    const { event, server, wire } = trial;
    expect(await trial.countEvents()).toBe(trial.expected);
    expect(await trial.viewOf(event.id)).toMatchObject({ version: event.version, status: 'reported' });
    expect(wire.answers.length).toBeGreaterThan(250);
    expect(wire.failures).toEqual([]);
    expect((await fetch(`${server.origin}/api/health/ready`)).status).toBe(200);
    expect(server.printed).not.toMatch(/QueryFailed|Unhandled|TypeError/);
  });

  test('a class that was retired is named as such, and stays on what was filed under it', async () => {
    await trial.alter(`update matter_class set retired = true where code = '01003'`);
    const resident = { id: newId(), description: '井盖', point: trial.point, classCode: '01003' };
    const asks = {
      reported: reporting({ classCode: '01003' }),
      'by a resident': post('/public/reports', resident, { token: undefined }),
      filed: acting({ action: 'file', reason: undefined, conditionId: 'general-01003' }),
    };
    expect(await said(asks)).toEqual(all(asks, '422 class.retired'));
    expect(await trial.viewOf(trial.event.id)).toMatchObject({ classCode: '01003', status: 'reported' });
    expect(await trial.countEvents()).toBe(trial.expected);
    expect(trial.wire.failures).toEqual([]);
  });
});
