import 'reflect-metadata';
import { createServer } from './create-server.js';
import { Seeding } from './features/demo/index.js';
import { Config } from './platform/config/config.js';
import { TimerSweeper } from './platform/timers/timer-sweeper.js';

const config = new Config(process.env);
const app = await createServer(config);
await app.init();
const summary = await app.get(Seeding).run((line) => process.stdout.write(`  ${line}\n`));
app.get(TimerSweeper).start();
await app.listen(config.port, config.host);
process.stdout.write(`${summary(await app.getUrl())}\n`);
