import { useQueryClient } from '@tanstack/react-query';
import { type EventAction, type EventView, eventsApi } from '@wangge/contracts';
import { useRef, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { client } from '../../data/client';
import { codeOf } from '../../data/errors';
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
}

/** Takes one step on an event. What was typed is the caller's and stays, whatever comes of it. */
export function useStep(event: EventView, action: EventAction, onDone: () => void): Step {
  const queryClient = useQueryClient();
  const reload = useReloadEvent(event.id);
  const commandId = useCommandId();
  const [progress, setProgress] = useState<Progress>({ kind: 'typing' });
  const [error, setError] = useState<unknown>();
  const [waiting, setWaiting] = useState<readonly ChosenPhoto[]>([]);

  async function send(values: StepValues): Promise<void> {
    setProgress({ kind: 'sending' });
    setError(undefined);
    const photos = photosOf(values.photos);
    try {
      const command = toCommand(action, event.version, values);
      const body = { ...command, commandId: commandId(JSON.stringify(command)) };
      const changed = await client.call(eventsApi.act, { params: { id: event.id }, body });
      setWaiting(photos);
      await deliver(photos);
      showEvent(queryClient, changed);
      if (photos.length > 0) void reload();
      onDone();
    } catch (reason) {
      setError(reason);
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

  return { progress, error, send, sendPhotos, taken: waiting.length > 0 };
}

/** Somebody else acted meanwhile: the page should show it before the viewer decides anew. */
function isOutdated(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'record.stale' || code === 'event.action-unavailable' || code === 'not-found';
}

/** The same id for the same content, a new one for another: the server takes a repeat as one step. */
function useCommandId(): (content: string) => string {
  const last = useRef({ content: '', id: '' });
  return (content) => {
    if (last.current.content !== content) last.current = { content, id: uuid() };
    return last.current.id;
  };
}
