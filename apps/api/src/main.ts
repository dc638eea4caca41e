import 'reflect-metadata';
import { createServer } from './create-server.js';
import { Seeding } from './features/demo/index.js';
import { Config } from './platform/config/config.js';
import { TimerSweeper } from './platform/timers/timer-sweeper.js';
import { startFailure } from './start-failure.js';

const config = new Config(process.env);

async function start(): Promise<void> {
  const app = await createServer(config);
  await app.init();
  const summary = await app.get(Seeding).run((line) => process.stdout.write(`  ${line}\n`));
  app.get(TimerSweeper).start();
  await app.listen(config.port, config.host);
  process.stdout.write(`${summary(await app.getUrl())}\n`);
  app.get(Seeding).goOn();
}

try {
  await start();
} catch (error) {
  const words = startFailure(error, config.port) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.stderr.write(`\n${words}\n`);
  process.exit(1);
}
