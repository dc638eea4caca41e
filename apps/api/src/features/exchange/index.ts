export { ExchangeErasures } from './exchange-erasures.js';
export { ExchangeModule } from './exchange.module.js';
