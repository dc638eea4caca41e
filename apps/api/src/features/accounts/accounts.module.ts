import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { Secrets } from '../../platform/secrets/secrets.js';
import { SecretsModule } from '../../platform/secrets/secrets.module.js';
import { GridModule } from '../grid/index.js';
import { AccountGridMoves } from './account-grid-moves.js';
import { AccountSeeding } from './account-seeding.js';
import { AccountCreationService } from './administration/account-creation.service.js';
import { AccountsController } from './administration/accounts.controller.js';
import { AccountsRepository } from './administration/accounts.repository.js';
import { AccountsService } from './administration/accounts.service.js';
import { PasswordHasher } from './password/password-hasher.js';
import { AccessTokenStrategy } from './session/access-token.strategy.js';
import { AccountViewers } from './session/account-viewers.js';
import { MeReader } from './session/me.reader.js';
import { RefusedSignIns } from './session/refused-sign-ins.js';
import { SessionCheck } from './session/session-check.js';
import { SessionController } from './session/session.controller.js';
import { SessionErasures } from './session/session-erasures.js';
import { SessionGuard } from './session/session.guard.js';
import { SessionRepository } from './session/session.repository.js';
import { SessionService } from './session/session.service.js';
import { SessionTimes } from './session/session-times.js';
import { SessionTokens } from './session/session-tokens.js';
import { SignInService } from './session/sign-in.service.js';

@Module({
  imports: [
    GridModule,
    SecretsModule,
    JwtModule.registerAsync({ inject: [Secrets], useFactory: (secrets: Secrets) => ({ secret: secrets.tokenKey }) }),
  ],
  controllers: [SessionController, AccountsController],
  providers: [
    AccountCreationService,
    AccountGridMoves,
    AccountSeeding,
    AccountViewers,
    AccountsRepository,
    AccountsService,
    PasswordHasher,
    AccessTokenStrategy,
    MeReader,
    RefusedSignIns,
    SessionCheck,
    SessionErasures,
    SessionGuard,
    SessionRepository,
    SessionService,
    SessionTimes,
    SessionTokens,
    SignInService,
  ],
  exports: [AccountSeeding, AccountViewers, SessionCheck, SessionGuard, SessionTokens, AccessTokenStrategy],
})
export class AccountsModule {}
