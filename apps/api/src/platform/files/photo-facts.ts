import readExif from 'exif-reader';

/** What a camera wrote down about when and where; kept as fields, since the stored picture carries none of it. */
export interface PhotoFacts {
  readonly takenAt: Date | null;
  readonly point: { readonly lng: number; readonly lat: number } | null;
}

/** A camera writes the time on its clock; without a zone it is taken to be that of the platform. */
const DEFAULT_ZONE = '+08:00';
const ZONE = /^([+-])(\d{2}):(\d{2})$/;

const NOTHING: PhotoFacts = { takenAt: null, point: null };

/** Unreadable or impossible values are left out: they are a convenience, no evidence. */
export function readPhotoFacts(exif: Buffer | undefined): PhotoFacts {
  if (!exif) return NOTHING;
  try {
    const { Photo, GPSInfo } = readExif(exif);
    const zone = Photo?.OffsetTimeOriginal;
    return {
      takenAt: toInstant(Photo?.DateTimeOriginal, typeof zone === 'string' ? zone : DEFAULT_ZONE),
      point: toPoint(GPSInfo),
    };
  } catch {
    return NOTHING;
  }
}

/** The reader gives the camera's wall clock as if it were UTC. */
function toInstant(wallClock: Date | undefined, zone: string): Date | null {
  const time = wallClock?.getTime();
  if (time === undefined || !Number.isFinite(time)) return null;
  const [, sign, hours, minutes] = ZONE.exec(zone) ?? ZONE.exec(DEFAULT_ZONE) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
  return new Date(time - offset);
}

type Gps = ReturnType<typeof readExif>['GPSInfo'];

function toPoint(gps: Gps): PhotoFacts['point'] {
  const lat = toDegrees(gps?.GPSLatitude, gps?.GPSLatitudeRef === 'S', 90);
  const lng = toDegrees(gps?.GPSLongitude, gps?.GPSLongitudeRef === 'W', 180);
  if (lat === undefined || lng === undefined) return null;
  // Cameras without a fix write zeros.
  return lat === 0 && lng === 0 ? null : { lng, lat };
}

function toDegrees(parts: unknown, isNegative: boolean, most: number): number | undefined {
  if (!Array.isArray(parts) || parts.length !== 3) return undefined;
  const [degrees, minutes, seconds] = parts.map(Number);
  const value = (degrees ?? Number.NaN) + (minutes ?? Number.NaN) / 60 + (seconds ?? Number.NaN) / 3600;
  if (!(value >= 0 && value <= most)) return undefined;
  return Math.round((isNegative ? -value : value) * 1e7) / 1e7;
}
