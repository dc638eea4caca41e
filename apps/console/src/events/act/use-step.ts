import { useQueryClient } from '@tanstack/react-query';
import { type ActOnEvent, type EventAction, type EventView, eventsApi } from '@wangge/contracts';
import { useRef, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { client } from '../../data/client';
import { codeOf, isWorthRetrying } from '../../data/errors';
import { showEvent, useReloadEvent } from '../event-queries';
import { type ChosenPhoto, photosOf, type StepValues, toCommand } from './step-values';
import { uploadPhotos } from './upload-photos';

type Progress =
  | { readonly kind: 'typing' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'photos'; readonly arrived: number; readonly of: number };

export interface Step {
  readonly progress: Progress;
  readonly error: unknown;
  send(values: StepValues): Promise<void>;
  /** Goes on with photos that did not arrive. */
  sendPhotos(): Promise<void>;
  /** The step itself was taken; only photos are left. */
  readonly taken: boolean;
  /** No answer came: the step may have been taken, and sending it again is safe. */
  readonly unsettled: boolean;
}

/** Takes one step on an event. What was typed is the caller's and stays, whatever comes of it. */
export function useStep(event: EventView, action: EventAction, onDone: () => void): Step {
  const queryClient = useQueryClient();
  const reload = useReloadEvent(event.id);
  const command = useCommand();
  const [progress, setProgress] = useState<Progress>({ kind: 'typing' });
  const [error, setError] = useState<unknown>();
  const [waiting, setWaiting] = useState<readonly ChosenPhoto[]>([]);

  async function send(values: StepValues): Promise<void> {
    setProgress({ kind: 'sending' });
    setError(undefined);
    const photos = photosOf(values.photos);
    try {
      const body = command.of(toCommand(action, event.version, values));
      const changed = await client.call(eventsApi.act, { params: { id: event.id }, body });
      command.settle();
      setWaiting(photos);
      await deliver(photos);
      showEvent(queryClient, changed);
      if (photos.length > 0) void reload();
      onDone();
    } catch (reason) {
      setError(reason);
      if (!isWorthRetrying(reason)) command.settle();
      if (isOutdated(reason)) await reload();
    } finally {
      setProgress({ kind: 'typing' });
    }
  }

  async function deliver(photos: readonly ChosenPhoto[]): Promise<void> {
    if (photos.length === 0) return;
    setProgress({ kind: 'photos', arrived: 0, of: photos.length });
    await uploadPhotos(photos, (arrived) => setProgress({ kind: 'photos', arrived, of: photos.length }));
    setWaiting([]);
  }

  async function sendPhotos(): Promise<void> {
    setError(undefined);
    try {
      await deliver(waiting);
      await reload();
      onDone();
    } catch (reason) {
      setError(reason);
    } finally {
      setProgress({ kind: 'typing' });
    }
  }

  return {
    progress,
    error,
    send,
    sendPhotos,
    taken: waiting.length > 0,
    unsettled: error !== undefined && waiting.length === 0 && isWorthRetrying(error),
  };
}

/** Somebody else acted meanwhile: the page should show it before the viewer decides anew. */
function isOutdated(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'record.stale' || code === 'event.action-unavailable' || code === 'not-found';
}

/**
 * A command whose answer was lost is sent again just as it was, whatever has become of the event since: the server
 * takes the repeat as the same step and answers with the event as it is now.
 */
function useCommand() {
  const sent = useRef<{ readonly content: string; readonly body: ActOnEvent } | undefined>(undefined);
  return {
    of(command: ActOnEvent): ActOnEvent {
      const content = JSON.stringify({ ...command, version: undefined });
      if (sent.current?.content !== content) sent.current = { content, body: { ...command, commandId: uuid() } };
      return sent.current.body;
    },
    /** It was answered, with yes or no: what follows is another command. */
    settle() {
      sent.current = undefined;
    },
  };
}
