import type { FieldValues, Point, Shape } from '@wangge/contracts';
import type { Random } from '../grid/index.js';
import { demoId } from './demo-id.js';

/** A place in a unit grid of the real plan. */
export interface DemoSpot extends Point {
  readonly gridCode: string;
  readonly street: string;
  /** The community by the name of its place. */
  readonly community: string;
}
/** What is stored as a record. */
export interface DemoRecord {
  readonly id: string;
  readonly gridCode: string;
  readonly point: Point | null;
  readonly shape?: Shape;
  readonly at: string;
  readonly values: FieldValues;
}
export interface DemoBuilding extends DemoRecord {
  /** Where its households live: the address to the building. */
  readonly address: string;
  readonly floors: number;
  readonly units: number;
  readonly isHome: boolean;
}
/** What every made-up record is made with. */
export interface DemoContext {
  readonly random: Random;
  readonly today: string;
  /** The instant of the first start. */
  readonly start: string;
  /** A new record's identity and instant. */
  readonly born: () => { readonly id: string; readonly at: string };
}

/** Mostly none. */
export const HAZARDS = ['none', 'none', 'none', 'none', 'none', 'none', 'fire', 'electricity', 'gas', 'structure'];

const OLDEST_DAYS = 300;

/** Entered at some time before the first start. */
export function bornBefore(random: Random, start: string): { readonly id: string; readonly at: string } {
  const at = new Date(Date.parse(start) - Math.floor(random() * OLDEST_DAYS * 86_400_000)).toISOString();
  return { id: demoId(random, at), at };
}
