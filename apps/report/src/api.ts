import { ApiClient } from '@wangge/api-client';

/** Residents have no account: every request stands for itself. */
export const api = new ApiClient({ screen: 'api' });
