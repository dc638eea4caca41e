export { CounterFolding } from './counter-folding.js';
export { IndicatorsModule } from './indicators.module.js';
