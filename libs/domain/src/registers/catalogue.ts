import { BUILDINGS } from './core/buildings.js';
import { COMPONENTS } from './core/components.js';
import { HOUSEHOLDS } from './core/households.js';
import { ORGANIZATIONS } from './core/organizations.js';
import { RESIDENTS } from './core/residents.js';
import { VOLUNTEERS } from './core/volunteers.js';
import type { RegisterDefinition } from './definition.js';

/** All registers. Each stands behind those it points into, so that tables and demo records can be made in this order. */
export const REGISTERS: readonly RegisterDefinition[] = [BUILDINGS, HOUSEHOLDS, RESIDENTS, ORGANIZATIONS, COMPONENTS, VOLUNTEERS];

export const findRegister = (name: string): RegisterDefinition | undefined =>
  REGISTERS.find((register) => register.name === name);
