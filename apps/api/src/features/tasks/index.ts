export { TasksModule } from './tasks.module.js';
export { TasksRepository } from './tasks.repository.js';
