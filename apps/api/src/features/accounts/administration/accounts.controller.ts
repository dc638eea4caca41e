import { Controller } from '@nestjs/common';
import { type AccountView, accountsApi, type InputOf, type ReplyOf } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { Endpoint } from '../../../platform/http/endpoint.decorator.js';
import { CurrentViewer, Input } from '../../../platform/http/endpoint.guard.js';
import { AccountCreationService } from './account-creation.service.js';
import { AccountsService } from './accounts.service.js';

@Controller()
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly creation: AccountCreationService,
  ) {}

  @Endpoint(accountsApi.list)
  async list(
    @CurrentViewer() viewer: Viewer,
    @Input() { query }: InputOf<typeof accountsApi.list>,
  ): Promise<ReplyOf<typeof accountsApi.list>> {
    return this.accounts.list(viewer, query);
  }

  @Endpoint(accountsApi.create)
  async create(@CurrentViewer() viewer: Viewer, @Input() { body }: InputOf<typeof accountsApi.create>): Promise<AccountView> {
    return this.creation.create(viewer, body);
  }

  @Endpoint(accountsApi.change)
  async change(
    @CurrentViewer() viewer: Viewer,
    @Input() { params, body }: InputOf<typeof accountsApi.change>,
  ): Promise<AccountView> {
    return this.accounts.change(viewer, params.id, body);
  }
}
