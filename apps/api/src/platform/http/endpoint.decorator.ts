import { applyDecorators, Delete, Get, HttpCode, Patch, Post, Put, SetMetadata } from '@nestjs/common';
import type { Endpoint as Contract, HttpMethod } from '@wangge/contracts';

const VERBS = { GET: Get, POST: Post, PUT: Put, PATCH: Patch, DELETE: Delete } as const satisfies Record<HttpMethod, unknown>;

export const ENDPOINT = 'wangge:endpoint';

/** Binds a method to its contract: route, permission, validation and status come from one place. */
export const Endpoint = (contract: Contract): MethodDecorator =>
  applyDecorators(VERBS[contract.method](contract.path), HttpCode(contract.success ?? 200), SetMetadata(ENDPOINT, contract));
