export { ExchangeErasures } from './exchange-erasures.js';
export { ExchangeModule } from './exchange.module.js';
export { sendWorkbook } from './send-workbook.js';
