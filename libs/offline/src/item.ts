import type {
  ActOnEvent,
  ChangeRecord,
  CreateRecord,
  ErrorCode,
  FieldValues,
  FillCommand,
  PhotoDeclaration,
  ReportEvent,
} from '@wangge/contracts';
import type { z } from 'zod';

export type ReportInput = z.input<typeof ReportEvent>;
export type ActionInput = z.input<typeof ActOnEvent>;

/** What is to be sent. Its id travels with every try, so that the server does it once. */
export type Command =
  | { readonly kind: 'report'; readonly body: ReportInput }
  | { readonly kind: 'action'; readonly eventId: string; readonly body: ActionInput }
  | { readonly kind: 'create-record'; readonly register: string; readonly body: CreateRecord }
  | { readonly kind: 'change-record'; readonly register: string; readonly recordId: string; readonly body: ChangeRecord }
  | { readonly kind: 'fill'; readonly partId: string; readonly body: FillCommand };

/** How far one photo's content has come. */
export interface PhotoProgress {
  readonly declaration: PhotoDeclaration;
  /** Bytes the server has acknowledged. */
  readonly sent: number;
  readonly ready: boolean;
}

export type ItemState =
  /** Goes out by itself, not before this instant. */
  | { readonly name: 'waiting'; readonly tries: number; readonly notBefore: string }
  | { readonly name: 'sending'; readonly tries: number }
  /** The server refused it: somebody has to decide. `photo` where the photo is refused, not the command. */
  | { readonly name: 'attention'; readonly code: ErrorCode; readonly photo: string | null }
  | { readonly name: 'delivered'; readonly at: string };

/** A report or a step of work on its way to the server, kept on the device until it has arrived whole. */
export interface OutboxItem {
  /** The event's id for a report, the command's id for a step. */
  readonly id: string;
  /** Who wrote it; nobody else's session ever sends it. */
  readonly accountId: string;
  readonly command: Command;
  /** Its name in lists. */
  readonly title: string;
  readonly urgent: boolean;
  /** A small picture as a data address; the photos themselves are kept apart. */
  readonly thumbnail: string | null;
  readonly createdAt: string;
  readonly state: ItemState;
  readonly photos: readonly PhotoProgress[];
  /** The server has taken the command; photos may still be missing. */
  readonly accepted: boolean;
  /** The event's readable number, once the server has given it. */
  readonly number: string | null;
}

export type NewItem = Pick<OutboxItem, 'id' | 'accountId' | 'command' | 'title' | 'urgent' | 'thumbnail' | 'createdAt'>;

export function newItem(item: NewItem): OutboxItem {
  const declared = photosOf(item.command);
  return {
    ...item,
    state: { name: 'waiting', tries: 0, notBefore: item.createdAt },
    photos: declared.map((declaration) => ({ declaration, sent: 0, ready: false })),
    accepted: false,
    number: null,
  };
}

/** The photos a command declares. */
export function photosOf({ body }: Command): readonly PhotoDeclaration[] {
  return 'photos' in body ? (body.photos ?? []) : [];
}

/** The event an item is about; nothing where it is about a record. */
export function eventIdOf({ command }: Pick<OutboxItem, 'command'>): string | undefined {
  if (command.kind === 'report') return command.body.id;
  return command.kind === 'action' ? command.eventId : undefined;
}

/** The record an item is about, and what of it is to change; nothing where it is about an event. */
export interface RecordWork {
  readonly register: string;
  readonly id: string;
  /** That the change was based on; nothing for a new record. */
  readonly version: number | undefined;
  readonly values: FieldValues;
}

export function recordWorkOf({ command }: Pick<OutboxItem, 'command'>): RecordWork | undefined {
  switch (command.kind) {
    case 'create-record':
      return { register: command.register, id: command.body.id, version: undefined, values: command.body.values };
    case 'change-record':
      return { register: command.register, id: command.recordId, version: command.body.version, values: command.body.values };
    case 'fill':
      return { register: command.body.register, id: command.body.recordId, version: command.body.version, values: command.body.values };
    case 'report':
    case 'action':
      return undefined;
  }
}

/** The same change of a record on another version, with those of its values that are still wanted. */
export function rebased(command: Command, version: number, values: FieldValues): Command {
  if (command.kind === 'change-record') return { ...command, body: { ...command.body, version, values } };
  return command.kind === 'fill' ? { ...command, body: { ...command.body, version, values } } : command;
}
