import { Module } from '@nestjs/common';
import { DepartmentsModule } from '../departments/index.js';
import { EditionViews } from './editions/edition-views.js';
import { StandardBooksController } from './editions/standard-books.controller.js';
import { StandardEditionsRepository } from './editions/standard-editions.repository.js';
import { StandardEditions } from './editions/standard-editions.service.js';
import { StandardPublishing } from './editions/standard-publishing.service.js';
import { StandardWorkbooks } from './editions/standard-workbooks.service.js';
import { StandardNews } from './standard-news.js';
import { Standards } from './standards.js';
import { StandardsController } from './standards.controller.js';
import { StandardsRepository } from './standards.repository.js';

@Module({
  imports: [DepartmentsModule],
  controllers: [StandardsController, StandardBooksController],
  providers: [
    EditionViews,
    StandardEditions,
    StandardEditionsRepository,
    StandardNews,
    StandardPublishing,
    StandardWorkbooks,
    Standards,
    StandardsRepository,
  ],
  exports: [Standards],
})
export class StandardsModule {}
