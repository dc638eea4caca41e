import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { WorkGate } from '../../../platform/work/work-gate.js';

/** argon2id (the package's default kind) at the cost OWASP recommends: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19456, timeCost: 2, parallelism: 1 } as const;

/** Passwords are compared in one spelling of Unicode: keyboards differ in how they compose characters. */
const spelled = (password: string) => password.normalize('NFKC');

@Injectable()
export class PasswordHasher implements OnModuleInit {
  private readonly gate = new WorkGate(2, 20);
  private nobodysHash = '';

  async onModuleInit(): Promise<void> {
    this.nobodysHash = await this.hash(randomBytes(24).toString('base64'));
  }

  async hash(password: string): Promise<string> {
    return this.gate.run(() => hash(spelled(password), COST));
  }

  /** Without a hash (no such account, or one that may not sign in) it is compared with one of a password nobody knows. */
  async isRight(password: string, passwordHash: string | null): Promise<boolean> {
    return this.gate.run(() => verify(passwordHash ?? this.nobodysHash, spelled(password)));
  }
}
