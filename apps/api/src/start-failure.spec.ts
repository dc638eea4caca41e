import { expect, test } from '@jest/globals';
import { DatabaseNotReadyError, DirectoryInUseError } from './platform/database/index.js';
import { startFailure } from './start-failure.js';

test('a start that fails for a known reason says it in both languages', () => {
  expect(startFailure(new DirectoryInUseError('/srv/wangge/db/lock', '4711'), 3000)).toMatch(/DATA_DIR[\s\S]*DATA_DIR[\s\S]*\/srv\/wangge/);
  expect(startFailure(new DatabaseNotReadyError(['the role app_street']), 3000)).toContain('  - the role app_street');
  expect(startFailure(Object.assign(new Error('listen'), { code: 'EADDRINUSE' }), 3000)).toContain('Port 3000 is taken');
});

test('any other failure keeps its stack', () => {
  expect(startFailure(new Error('something else'), 3000)).toBeUndefined();
});
