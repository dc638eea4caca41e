import { ApiClient } from '@wangge/api-client';
import { sessionEnded } from './session-store';

/** The one client of this screen. The access token lives in memory only; a reload takes up the session's cookie. */
export const client = new ApiClient({ screen: 'console', onSessionEnded: sessionEnded });
