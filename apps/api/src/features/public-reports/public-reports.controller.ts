import { Controller, Headers, Req } from '@nestjs/common';
import { type InputOf, publicReportsApi } from '@wangge/contracts';
import { AddressLimit } from '../../platform/http/address-limit.js';
import { bodyStream } from '../../platform/http/body-stream.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { Input } from '../../platform/http/endpoint.guard.js';
import { apiError } from '../../platform/http/errors.js';
import type { ApiRequest } from '../../platform/http/request.js';
import { PublicPlaces } from './public-places.service.js';
import { PublicReports } from './public-reports.service.js';

const MINUTE = 60_000;

/** Open to everybody, hence each address has its measure. */
@Controller()
export class PublicReportsController {
  private readonly writing = new AddressLimit({ most: 20, windowMs: 60 * MINUTE });
  private readonly reading = new AddressLimit({ most: 60, windowMs: 10 * MINUTE });

  constructor(
    private readonly reports: PublicReports,
    private readonly places: PublicPlaces,
  ) {}

  @Endpoint(publicReportsApi.create)
  create(@Input() { body }: InputOf<typeof publicReportsApi.create>, @Req() request: ApiRequest) {
    take(this.writing, request);
    return this.reports.create(body);
  }

  @Endpoint(publicReportsApi.status)
  status(@Input() { body }: InputOf<typeof publicReportsApi.status>, @Req() request: ApiRequest) {
    take(this.reading, request);
    return this.reports.status(body);
  }

  @Endpoint(publicReportsApi.rate)
  rate(@Input() { body }: InputOf<typeof publicReportsApi.rate>, @Req() request: ApiRequest) {
    take(this.reading, request);
    return this.reports.rate(body);
  }

  @Endpoint(publicReportsApi.photo)
  photo(
    @Input() { params }: InputOf<typeof publicReportsApi.photo>,
    @Req() request: ApiRequest,
    @Headers('x-report-number') number = '',
    @Headers('x-report-secret') secret = '',
  ) {
    take(this.reading, request);
    return this.reports.photo(params.sha256, { number, secret }, bodyStream(request));
  }

  @Endpoint(publicReportsApi.map)
  map() {
    return this.places.map();
  }

  @Endpoint(publicReportsApi.classes)
  classes() {
    return this.places.classes();
  }
}

function take(limit: AddressLimit, request: ApiRequest): void {
  const retryAfter = limit.take(request.ip, new Date());
  if (retryAfter !== undefined) throw apiError('rate.limited', { retryAfter });
}
