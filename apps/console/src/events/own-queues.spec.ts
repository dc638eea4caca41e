import { expect, test } from '@jest/globals';
import { ROLE_PERMISSIONS } from '@wangge/domain';
import { ownQueues } from './own-queues';

test.each([
  ['desk-operator', ['reported', 'handled', 'to-close']],
  ['dispatcher', ['filed']],
  ['department-handler', ['assigned', 'handling', 'suspended']],
  ['supervisor', ['reported', 'filed', 'handled', 'to-close']],
  ['leader', []],
  ['system-admin', []],
] as const)('%s has the queues of the post', (role, queues) => {
  expect(ownQueues(ROLE_PERMISSIONS[role])).toEqual(queues);
});
