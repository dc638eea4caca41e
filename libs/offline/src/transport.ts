import type { ApiClient } from '@wangge/api-client';
import { collectionsApi, eventsApi, type FileState, filesApi, registersApi } from '@wangge/contracts';
import type { Command } from './item.js';

/** What sending needs of the server. */
export interface Transport {
  /** Answers with an event's readable number; a repeat answers the same. */
  command(command: Command): Promise<{ readonly number: string | null }>;
  fileState(sha256: string): Promise<FileState>;
  putFile(sha256: string, offset: number, content: Blob): Promise<FileState>;
}

export function apiTransport(client: Pick<ApiClient, 'call' | 'upload'>): Transport {
  return {
    command: (command) => send(client, command),
    fileState: (sha256) => client.call(filesApi.state, { params: { sha256 } }),
    putFile: (sha256, offset, content) => client.upload(filesApi.put, { params: { sha256 }, query: { offset } }, content),
  };
}

async function send(client: Pick<ApiClient, 'call'>, command: Command): Promise<{ readonly number: string | null }> {
  switch (command.kind) {
    case 'report':
      return client.call(eventsApi.report, { body: command.body });
    case 'action':
      return client.call(eventsApi.act, { params: { id: command.eventId }, body: command.body });
    case 'create-record':
      await client.call(registersApi.create, { params: { register: command.register }, body: command.body });
      return { number: null };
    case 'change-record':
      await client.call(registersApi.change, { params: { register: command.register, id: command.recordId }, body: command.body });
      return { number: null };
    case 'fill':
      await client.call(collectionsApi.fill, { params: { id: command.partId }, body: command.body });
      return { number: null };
  }
}
