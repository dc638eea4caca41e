import { jest } from '@jest/globals';

// A real browser on a busy machine can miss a moment. A walk that fails is reported, then tried once more.
jest.retryTimes(1, { logErrorsBeforeRetry: true });
