import { placeNameOf } from '@wangge/domain';
import type { DistrictDivisions, Division } from '../plan/divisions.js';
import type { MultiPolygon } from '../plan/geometry.js';
import { GridInputError } from '../plan/input-error.js';
import { planDistrict, type PlannedNode } from '../plan/plan.js';

export interface KnownNode {
  readonly code: string;
  readonly name: string;
  readonly retired: boolean;
}

/** A sentence in both languages. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** What an import does to the tree. */
export interface Change {
  /** To be stored with their boundaries. */
  readonly nodes: readonly PlannedNode[];
  /** New names of nodes that keep their boundaries. */
  readonly names: readonly Division[];
  /** Codes that end. */
  readonly retired: readonly string[];
  readonly warnings: readonly Sentence[];
}

export interface ChangeOptions {
  /** Draws a known district anew. */
  readonly replace: boolean;
  readonly gridsPerCommunity?: number | undefined;
}

/** Compares the files with what is known of the district. A known district keeps its boundaries unless told otherwise. */
export function decideChange(
  district: DistrictDivisions,
  outline: MultiPolygon,
  known: readonly KnownNode[],
  options: ChangeOptions,
): Change {
  const warnings = district.streets.filter(({ communities }) => communities.length === 0).map(emptyStreet);
  const isKnown = known.some(({ retired }) => !retired);
  const change =
    isKnown && !options.replace ? keepBoundaries(district, known) : drawBoundaries(district, outline, known, options);
  return { ...change, warnings: [...warnings, ...change.warnings] };
}

function drawBoundaries(
  district: DistrictDivisions,
  outline: MultiPolygon,
  known: readonly KnownNode[],
  options: ChangeOptions,
): Change {
  refuseReuse(district, known);
  const usedCodes = new Set(known.filter(({ code, retired }) => retired && code.length === 15).map(({ code }) => code));
  const { gridsPerCommunity } = options;
  const nodes = planDistrict(district, outline, { usedCodes, ...(gridsPerCommunity === undefined ? {} : { gridsPerCommunity }) });
  const planned = new Set(nodes.map(({ code }) => code));
  const retired = known.filter((node) => !node.retired && !planned.has(node.code)).map(({ code }) => code);
  return { nodes, names: [], retired, warnings: [] };
}

/** A code of the bureau may come back after it ended, but only for the same place. */
function refuseReuse(district: DistrictDivisions, known: readonly KnownNode[]): void {
  const ended = new Map(known.filter(({ retired }) => retired).map(({ code, name }) => [code, name]));
  const reused = official(district).filter(({ code, name }) => ended.has(code) && ended.get(code) !== name);
  if (reused.length === 0) return;
  throw new GridInputError(
    reused.map(({ code, name }) => ({
      file: 'divisions.csv',
      line: null,
      zh: `代码 ${code} 曾属于已停用的“${ended.get(code)}”，不能再用于“${name}”`,
      en: `code ${code} was that of "${ended.get(code)}", which ended; it cannot be given to "${name}"`,
    })),
  );
}

function keepBoundaries(district: DistrictDivisions, known: readonly KnownNode[]): Change {
  const active = new Map(known.filter(({ retired }) => !retired).map(({ code, name }) => [code, name]));
  const wanted = official(district);
  const added = wanted.filter(({ code }) => !active.has(code));
  if (added.length > 0) throw newPlaces(added);
  const codes = new Set(wanted.map(({ code }) => code));
  const missing = [...active].filter(([code]) => code.length < 15 && !codes.has(code));
  const renamed = wanted.filter(({ code, name }) => active.get(code) !== name);
  return {
    nodes: [],
    names: renamed.flatMap((node) => [node, ...renameGrids(node, active)]),
    retired: [],
    warnings: missing.map(([code, name]) => ({
      zh: `文件中没有 ${code} ${name}：保留不变；要重新划界请用 --replace`,
      en: `${code} ${name} is not in the file: kept as it is; --replace draws the district anew`,
    })),
  };
}

/** Unit grids are called after their community. */
function renameGrids({ code, name }: Division, active: ReadonlyMap<string, string>): Division[] {
  const [before, after] = [placeNameOf(active.get(code) ?? ''), placeNameOf(name)];
  if (code.length !== 12 || before === after) return [];
  return [...active]
    .filter(([grid, gridName]) => grid.length === 15 && grid.startsWith(code) && gridName.startsWith(before))
    .map(([grid, gridName]) => ({ code: grid, name: after + gridName.slice(before.length) }));
}

/** The divisions that have a place on the map: a street without communities has none. */
function official(district: DistrictDivisions): Division[] {
  const streets = district.streets.filter(({ communities }) => communities.length > 0);
  return [district, ...streets.flatMap((street) => [street, ...street.communities])].map(({ code, name }) => ({ code, name }));
}

function newPlaces(added: readonly Division[]): GridInputError {
  return new GridInputError(
    added.map(({ code, name }) => ({
      file: 'divisions.csv',
      line: null,
      zh: `${code} ${name} 是新增的，需要重新划界：请加 --replace`,
      en: `${code} ${name} is new, and needs the district to be drawn anew: use --replace`,
    })),
  );
}

const emptyStreet = ({ code, name }: Division): Sentence => ({
  zh: `${code} ${name} 在文件中没有社区：未导入，也没有单元网格`,
  en: `${code} ${name} has no community in the file: it was not imported and has no unit grids`,
});
