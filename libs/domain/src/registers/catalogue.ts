import { BUILDINGS } from './core/buildings.js';
import { CAMERAS } from './core/cameras.js';
import { COMPONENTS } from './core/components.js';
import { DEVICES } from './core/devices.js';
import { DISPUTES } from './core/disputes.js';
import { HOUSEHOLDS } from './core/households.js';
import { ORGANIZATIONS } from './core/organizations.js';
import { READINGS } from './core/readings.js';
import { REQUESTS } from './core/requests.js';
import { RESIDENTS } from './core/residents.js';
import { STATIONS } from './core/stations.js';
import { SUPPLIES } from './core/supplies.js';
import { VISITS } from './core/visits.js';
import { VOLUNTEERS } from './core/volunteers.js';
import { WARNINGS } from './core/warnings.js';
import type { RegisterDefinition } from './definition.js';

/** All registers. Each stands behind those it points into, so that tables and demo records can be made in this order. */
export const REGISTERS: readonly RegisterDefinition[] = [
  BUILDINGS,
  HOUSEHOLDS,
  RESIDENTS,
  ORGANIZATIONS,
  COMPONENTS,
  VOLUNTEERS,
  STATIONS,
  READINGS,
  WARNINGS,
  CAMERAS,
  SUPPLIES,
  DEVICES,
  REQUESTS,
  VISITS,
  DISPUTES,
];

export const findRegister = (name: string): RegisterDefinition | undefined =>
  REGISTERS.find((register) => register.name === name);
