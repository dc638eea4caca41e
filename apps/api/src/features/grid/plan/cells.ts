import { Delaunay } from 'd3-delaunay';
import { boxOf, type Frame, type Position, type Ring, ringArea } from './geometry.js';
import type { Random } from './random.js';

const GHOSTS = 24;
/** How far a border may leave the straight line, as a part of the room it has. */
const WAVE = 0.28;
const SHORTEST_WAVY = 60;

/**
 * One ring for each site: what lies nearer to it than to any other, with slightly wavy borders.
 * Each border is made once and given to both sides, so that neighbours agree on every position.
 */
export function drawCells(sites: readonly Position[], frame: Frame, random: Random): Ring[] {
  const delaunay = Delaunay.from(
    [...sites, ...ghostsAround(sites)],
    ([x]) => x,
    ([, y]) => y,
  );
  const corners = circumcentres(delaunay);
  const borders = drawBorders(delaunay, corners, random).map((border) =>
    border.map(([x, y]): Position => [frame.lng(x), frame.lat(y)]),
  );
  return sites.map((_, site) => joinBorders(delaunay, borders, site));
}

/** Sites far outside: they close the cells at the rim. */
function ghostsAround(sites: readonly Position[]): Position[] {
  const { west, south, east, north } = boxOf(sites);
  const radius = 3 * Math.hypot(east - west, north - south) + 10_000;
  return Array.from({ length: GHOSTS }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / GHOSTS + 0.1;
    return [(west + east) / 2 + radius * Math.cos(angle), (south + north) / 2 + radius * Math.sin(angle)];
  });
}

type Mesh = Delaunay<Position>;
const at = ({ points }: Mesh, site: number): Position => [points[2 * site] ?? 0, points[2 * site + 1] ?? 0];
const siteOf = ({ triangles }: Mesh, edge: number): number => triangles[edge] ?? 0;
const nextOf = (edge: number): number => (edge % 3 === 2 ? edge - 2 : edge + 1);

function circumcentres(mesh: Mesh): Position[] {
  return Array.from({ length: mesh.triangles.length / 3 }, (_, triangle): Position => {
    const [a, b, c] = [0, 1, 2].map((corner) => at(mesh, siteOf(mesh, 3 * triangle + corner)));
    if (!a || !b || !c) throw new Error('a triangle has three corners');
    const [bx, by, cx, cy] = [b[0] - a[0], b[1] - a[1], c[0] - a[0], c[1] - a[1]];
    const scale = 0.5 / (bx * cy - by * cx);
    const [bb, cc] = [bx * bx + by * by, cx * cx + cy * cy];
    return [a[0] + (cy * bb - by * cc) * scale, a[1] + (bx * cc - cx * bb) * scale];
  });
}

/** For each half-edge of the triangulation the border that crosses it, from its own triangle to the other one. */
function drawBorders(mesh: Mesh, corners: readonly Position[], random: Random): Position[][] {
  const borders: Position[][] = Array.from(mesh.triangles, () => []);
  mesh.halfedges.forEach((twin, edge) => {
    if (twin < edge) return;
    const [from, to] = [corners[Math.floor(edge / 3)], corners[Math.floor(twin / 3)]];
    if (!from || !to) return;
    const border = wave(from, to, at(mesh, siteOf(mesh, edge)), random);
    borders[edge] = border;
    borders[twin] = [...border].reverse();
  });
  return borders;
}

/**
 * Moves the points between sideways, never out of the two triangles that the border forms with the sites on both
 * sides: these triangles do not overlap, hence neither do the cells.
 */
function wave(from: Position, to: Position, site: Position, random: Random): Position[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (length < SHORTEST_WAVY) return [from, to];
  const foot = ((site[0] - from[0]) * dx + (site[1] - from[1]) * dy) / length ** 2;
  const height = Math.abs((site[0] - from[0]) * dy - (site[1] - from[1]) * dx) / length;
  const bow = random() - 0.5;
  const between = [0.25, 0.5, 0.75].map((t): Position => {
    const room = Math.min(height * (t <= foot ? t / foot : (1 - t) / (1 - foot)), length / 3);
    const aside = (WAVE * room * (bow + (random() - 0.5) * 1.2)) / length;
    return [from[0] + dx * t - dy * aside, from[1] + dy * t + dx * aside];
  });
  return [from, ...between, to];
}

/** Walks around a site from triangle to triangle. */
function joinBorders(mesh: Mesh, borders: readonly Position[][], site: number): Ring {
  const start = mesh.inedges[site] ?? -1;
  const ring: Position[] = [];
  let edge = start;
  do {
    const outgoing = nextOf(edge);
    ring.push(...(borders[outgoing] ?? []).slice(1));
    edge = mesh.halfedges[outgoing] ?? -1;
  } while (edge !== start && edge !== -1);
  const distinct = ring.filter((position, i) => {
    const before = ring[(i + ring.length - 1) % ring.length];
    return position[0] !== before?.[0] || position[1] !== before[1];
  });
  return ringArea(distinct) > 0 ? distinct : distinct.reverse();
}
