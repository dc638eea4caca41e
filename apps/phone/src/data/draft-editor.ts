import type { Point } from '@wangge/contracts';
import {
  type Draft,
  type DraftPlace,
  type DraftStore,
  emptyDraft,
  hasContent,
  type OutboxItem,
  preparePhoto,
} from '@wangge/offline';
import { useEffect, useState } from 'preact/hooks';
import { v7 } from 'uuid';
import { usePhone } from '../session/phone';
import { Store, useStore } from './store';

export const MOST_PHOTOS = 9;
/** A photo this fresh was taken where the phone is now. */
const FRESH_MILLIS = 5 * 60_000;

/** Something being written. Every change is on the device at once, so there is nothing to save. */
export class DraftEditor {
  readonly draft: Store<Draft>;
  /** Handed over: a late change must not bring it back to life. */
  private submitted = false;

  constructor(
    private readonly drafts: DraftStore,
    draft: Draft,
  ) {
    this.draft = new Store(draft);
  }

  word(name: string): string {
    return this.draft.value.words[name] ?? '';
  }

  async setWord(name: string, text: string): Promise<void> {
    await this.keep(this.begun({ ...this.draft.value, words: { ...this.draft.value.words, [name]: text } }));
  }

  async setPlace(place: DraftPlace): Promise<void> {
    await this.keep({ ...this.draft.value, place });
  }

  /** Reads one chosen file. Rejects where it is no picture or the device is full. */
  async addPhoto(file: File, here: Point | undefined): Promise<void> {
    const { declaration, content, thumbnail } = await preparePhoto(file);
    const { photos } = this.draft.value;
    if (photos.length >= MOST_PHOTOS || photos.some((photo) => photo.declaration.sha256 === declaration.sha256)) return;
    const fresh = Date.now() - file.lastModified < FRESH_MILLIS;
    const point = fresh && here ? { point: here } : {};
    const next = this.begun({
      ...this.draft.value,
      photos: [...photos, { declaration: { ...declaration, ...point }, thumbnail }],
    });
    await this.drafts.addPhoto(next, declaration.sha256, content);
    this.draft.set({ ...this.draft.value, startedAt: next.startedAt, photos: next.photos });
  }

  async removePhoto(sha256: string): Promise<void> {
    const photos = this.draft.value.photos.filter(({ declaration }) => declaration.sha256 !== sha256);
    this.draft.set({ ...this.draft.value, photos });
    await this.drafts.removePhoto(this.draft.value, sha256);
  }

  /** Throws everything away and begins anew. */
  async discard(): Promise<void> {
    const { accountId, key } = this.draft.value;
    await this.drafts.discard(this.draft.value);
    this.draft.set(emptyDraft(accountId, key, v7(), new Date()));
  }

  /** Hands it to the outbox. */
  async submit(item: OutboxItem): Promise<void> {
    this.submitted = true;
    try {
      await this.drafts.submit(this.draft.value, item);
    } catch (error) {
      this.submitted = false;
      throw error;
    }
  }

  /** The first word or photo is the moment something was seen. */
  private begun(next: Draft): Draft {
    return hasContent(this.draft.value) ? next : { ...next, startedAt: new Date().toISOString() };
  }

  private async keep(next: Draft): Promise<void> {
    if (this.submitted) return;
    this.draft.set(next);
    await this.drafts.save(next);
  }
}

/** The draft under this key, as it was left; undefined for the moment it takes to read it. */
export function useDraftEditor(key: string): DraftEditor | undefined {
  const { drafts, me } = usePhone();
  const [editor, setEditor] = useState<DraftEditor>();
  useEffect(() => {
    let active = true;
    void drafts.find(me.id, key).then((found) => {
      // One without content is begun anew: its position may be of another day.
      const draft = found && hasContent(found) ? found : emptyDraft(me.id, key, v7(), new Date());
      if (active) setEditor(new DraftEditor(drafts, draft));
    });
    return () => {
      active = false;
    };
  }, [drafts, me.id, key]);
  return editor;
}

export function useDraft(editor: DraftEditor): Draft {
  return useStore(editor.draft);
}
