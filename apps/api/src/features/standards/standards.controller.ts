import { Controller } from '@nestjs/common';
import { type InputOf, type ReplyOf, standardsApi } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { CurrentViewer, Input } from '../../platform/http/endpoint.guard.js';
import { apiError } from '../../platform/http/errors.js';
import { matches } from './matches.js';
import { Standards } from './standards.js';

@Controller()
export class StandardsController {
  constructor(private readonly standards: Standards) {}

  @Endpoint(standardsApi.classes)
  classes(
    @CurrentViewer() { districtCode }: Viewer,
    @Input() { query }: InputOf<typeof standardsApi.classes>,
  ): ReplyOf<typeof standardsApi.classes> {
    const { q = '', retired } = query;
    return { items: this.standards.of(districtCode).classes().filter((found) => (retired === 'with' || !found.retired) && matches(found, q)) };
  }

  @Endpoint(standardsApi.conditions)
  conditions(
    @CurrentViewer() { districtCode }: Viewer,
    @Input() { params }: InputOf<typeof standardsApi.conditions>,
  ): ReplyOf<typeof standardsApi.conditions> {
    const standards = this.standards.of(districtCode);
    if (!standards.findClass(params.code)) throw apiError('class.unknown');
    return { items: standards.conditionsOf(params.code) };
  }
}
