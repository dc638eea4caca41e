import { ADDRESSES } from './core/addresses.js';
import { BUILDINGS } from './core/buildings.js';
import { CAMERAS } from './core/cameras.js';
import { CARE_PLANS } from './core/care-plans.js';
import { COMPONENTS } from './core/components.js';
import { DEVICES } from './core/devices.js';
import { DISPUTES } from './core/disputes.js';
import { GUARDED_LINES } from './core/guarded-lines.js';
import { HOUSEHOLDS } from './core/households.js';
import { MAP_FEATURES } from './core/map-features.js';
import { ORGANIZATIONS } from './core/organizations.js';
import { PARCELS } from './core/parcels.js';
import { READINGS } from './core/readings.js';
import { REQUESTS } from './core/requests.js';
import { RESIDENTS } from './core/residents.js';
import { ROOMS } from './core/rooms.js';
import { SAFETY_PLACES } from './core/safety-places.js';
import { SERVICE_RECORDS } from './core/service-records.js';
import { STATIONS } from './core/stations.js';
import { SUPPLIES } from './core/supplies.js';
import { VISITS } from './core/visits.js';
import { VOLUNTEER_ACTIVITIES } from './core/volunteer-activities.js';
import { VOLUNTEER_TEAMS } from './core/volunteer-teams.js';
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
  VOLUNTEER_TEAMS,
  VOLUNTEERS,
  VOLUNTEER_ACTIVITIES,
  SERVICE_RECORDS,
  CARE_PLANS,
  ADDRESSES,
  ROOMS,
  SAFETY_PLACES,
  PARCELS,
  GUARDED_LINES,
  MAP_FEATURES,
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
