import { Controller } from '@nestjs/common';
import { type InputOf, type ReplyOf, standardsApi } from '@wangge/contracts';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { Input } from '../../platform/http/endpoint.guard.js';
import { apiError } from '../../platform/http/errors.js';
import { matches } from './matches.js';
import { Standards } from './standards.js';

@Controller()
export class StandardsController {
  constructor(private readonly standards: Standards) {}

  @Endpoint(standardsApi.classes)
  classes(@Input() { query }: InputOf<typeof standardsApi.classes>): ReplyOf<typeof standardsApi.classes> {
    const { q = '', retired } = query;
    return { items: this.standards.classes().filter((found) => (retired === 'with' || !found.retired) && matches(found, q)) };
  }

  @Endpoint(standardsApi.conditions)
  conditions(@Input() { params }: InputOf<typeof standardsApi.conditions>): ReplyOf<typeof standardsApi.conditions> {
    if (!this.standards.findClass(params.code)) throw apiError('class.unknown');
    return { items: this.standards.conditionsOf(params.code) };
  }
}
