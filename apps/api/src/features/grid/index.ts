export { MOVE_TABLES, moveValues, pieceAt } from './change/move-sql.js';
export {
  type CountRow,
  countsOf,
  type GridChangeParticipant,
  GridChangeParticipants,
  type GridMove,
  type MoveDeed,
  type Moving,
  type MovingCounts,
  type MovingPage,
} from './change/participant.js';
export { GRID_CHANGED } from './change/grid-change-execution.js';
export { CoordinateSystem, toWgs84 } from '../../platform/geo/coordinates.js';
export { GridLocator, type LocateRefusal } from './grid-locator.js';
export { GridModule } from './grid.module.js';
export { GridsService } from './grids.service.js';
export { GridImporter, type ImportOptions } from './import/grid-importer.js';
export { JIGUAN_FOLDER, readImportFolder } from './import/import-files.js';
export { describeSummary, type ImportSummary } from './import/import-summary.js';
export { type Random, seededRandom } from './plan/random.js';
