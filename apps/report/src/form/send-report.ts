import { ApiError } from '@wangge/api-client';
import { type PublicReceipt, publicReportsApi } from '@wangge/contracts';
import type { PreparedPhoto } from '@wangge/offline';
import { api } from '../api';
import type { ReportDraft } from './draft';

export function sendReport(draft: ReportDraft, photos: readonly PreparedPhoto[]): Promise<PublicReceipt> {
  const { id, text, place, classCode, contact, point } = draft;
  if (!point) throw new Error('a report needs a place');
  return api.call(publicReportsApi.create, {
    body: {
      id,
      description: text.trim(),
      point,
      ...(place.trim() ? { place: place.trim() } : {}),
      ...(classCode ? { classCode } : {}),
      ...(contact.trim() ? { contact: contact.trim() } : {}),
      photos: photos.map(({ declaration }) => declaration),
    },
  });
}

const TRIES = 4;
const PAUSE_MILLIS = 2000;

/** Sends one photo's content. Number and secret travel in headers; a lost network is waited for a little. */
export async function sendPhoto({ number, secret }: PublicReceipt, { declaration, content }: PreparedPhoto): Promise<void> {
  const headers = { 'x-report-number': number, 'x-report-secret': secret };
  for (let tried = 1; ; tried++) {
    try {
      await api.upload(publicReportsApi.photo, { params: { sha256: declaration.sha256 }, headers }, content);
      return;
    } catch (error) {
      const final = error instanceof ApiError && error.status < 500 && error.status !== 429;
      if (final || tried === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS * tried));
    }
  }
}
