import type { ApiClient } from '@wangge/api-client';
import { eventsApi, type FileState, filesApi } from '@wangge/contracts';
import type { Command } from './item.js';

/** What sending needs of the server. */
export interface Transport {
  /** Answers with the event's readable number; a repeat answers the same. */
  command(command: Command): Promise<{ readonly number: string }>;
  fileState(sha256: string): Promise<FileState>;
  putFile(sha256: string, offset: number, content: Blob): Promise<FileState>;
}

export function apiTransport(client: Pick<ApiClient, 'call' | 'upload'>): Transport {
  return {
    command: (command) =>
      command.kind === 'report'
        ? client.call(eventsApi.report, { body: command.body })
        : client.call(eventsApi.act, { params: { id: command.eventId }, body: command.body }),
    fileState: (sha256) => client.call(filesApi.state, { params: { sha256 } }),
    putFile: (sha256, offset, content) => client.upload(filesApi.put, { params: { sha256 }, query: { offset } }, content),
  };
}
