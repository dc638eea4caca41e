import { ActOnEvent, type ActionField, type EventAction, type PhotoDeclaration } from '@wangge/contracts';
import type { CommonKey } from '@wangge/texts';

/** A photo that was chosen but not sent: its declaration travels with the command, its content afterwards. */
export interface ChosenPhoto {
  readonly content: Blob;
  readonly preview: string;
  readonly declaration: PhotoDeclaration;
}

export type StepValue = string | number | boolean | readonly ChosenPhoto[] | readonly string[] | undefined;
export type StepValues = Readonly<Record<string, StepValue>>;

/** What is wrong with a field: the key of the sentence, which names the field. */
export type StepFaults = Readonly<
  Record<string, { readonly key: CommonKey; readonly params?: Record<string, number> } | undefined>
>;

const LEAST_REASON = 2;

/** Looks at the input before it is sent; the server looks again. */
export function faultsOf(fields: readonly ActionField[], values: StepValues, now: Date): StepFaults {
  return Object.fromEntries(
    fields.map((field) => [field.name, faultOf(field, values[field.name], now)]).filter(([, fault]) => fault),
  );
}

function faultOf({ kind, required, name }: ActionField, value: StepValue, now: Date) {
  if (isMissing(value)) return required ? { key: kind === 'text' ? 'form.fill-in' : 'form.choose' } : undefined;
  if (name === 'reason' && String(value).trim().length < LEAST_REASON)
    return { key: 'form.too-short', params: { least: LEAST_REASON } };
  if (kind === 'instant' && Date.parse(String(value)) <= now.getTime()) return { key: 'form.future' };
  return undefined;
}

const isMissing = (value: StepValue): boolean =>
  value === undefined ||
  value === false ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** The command in the contract’s form, empty fields left out. */
export function toCommand(action: EventAction, version: number, values: StepValues): ActOnEvent {
  const given = Object.entries(values).filter(([, value]) => !isMissing(value));
  return ActOnEvent.parse({ action, version, ...Object.fromEntries(given.map(([name, value]) => [name, onWire(value)])) });
}

function onWire(value: StepValue): unknown {
  const photos = photosOf(value);
  return photos.length > 0 ? photos.map(({ declaration }) => declaration) : value;
}

export function photosOf(value: StepValue): readonly ChosenPhoto[] {
  return typeof value === 'object' ? value.filter((item) => typeof item !== 'string') : [];
}

/** The ids of a field of which several may be chosen. */
export function idsOf(value: StepValue): readonly string[] {
  return typeof value === 'object' ? value.filter((item) => typeof item === 'string') : [];
}
