import * as gcoord from 'gcoord';
import { z } from 'zod';
/** The system coordinates are given in; maps of Chinese vendors are in GCJ-02. Only WGS-84 is stored. */
export const CoordinateSystem = z.enum(['gcj02', 'wgs84']);
// The package's types describe its ES build; Node loads the CommonJS one, whose only export is the default's content.
const { transform, GCJ02, WGS84 } = gcoord.default;
export function toWgs84({ lng, lat }) {
  const [x, y] = transform([lng, lat], GCJ02, WGS84);
  return { lng: x, lat: y };
}
