import path from 'node:path';
import { z } from 'zod';

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z.string().optional(),
  DATABASE_OWNER_URL: z.string().optional(),
  WANGGE_DEMO: z.enum(['on', 'off']).default('on'),
  WANGGE_DEMO_EVENTS: z.coerce.number().int().min(1).max(100_000).default(1000),
  WANGGE_DEMO_RESIDENTS: z.coerce.number().int().min(100).max(50_000).default(20_000),
  WANGGE_SEED: z.coerce.number().int().default(230302),
  WANGGE_DESK_LEVEL: z.enum(['district', 'street', 'community']).default('district'),
  WANGGE_LOCATE_TOLERANCE: z.coerce.number().min(0).max(5000).default(100),
  /** Checks every reply against its contract; on in tests. */
  WANGGE_CHECK_REPLIES: z.enum(['on', 'off']).default('off'),
  WANGGE_TRUST_PROXY: z.enum(['on', 'off']).default('off'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

/** The settings of this process, read once from its environment. */
export class Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly databaseOwnerUrl: string | undefined;
  readonly demo: boolean;
  /** How many events the demo begins with. */
  readonly demoEvents: number;
  /** About how many residents the demo has; its other records follow from it. */
  readonly demoResidents: number;
  readonly seed: number;
  readonly deskLevel: 'district' | 'street' | 'community';
  /** Metres outside every unit grid within which a point still counts to the nearest one. */
  readonly locateTolerance: number;
  readonly checkReplies: boolean;
  readonly trustProxy: boolean;
  readonly logLevel: z.infer<typeof Environment>['LOG_LEVEL'];

  constructor(environment: Readonly<Record<string, string | undefined>>) {
    const parsed = Environment.parse(environment);
    this.port = parsed.PORT;
    this.host = parsed.HOST;
    this.dataDir = path.resolve(parsed.DATA_DIR);
    this.databaseUrl = parsed.DATABASE_URL || undefined;
    this.databaseOwnerUrl = parsed.DATABASE_OWNER_URL || undefined;
    this.demo = parsed.WANGGE_DEMO === 'on';
    this.demoEvents = parsed.WANGGE_DEMO_EVENTS;
    this.demoResidents = parsed.WANGGE_DEMO_RESIDENTS;
    this.seed = parsed.WANGGE_SEED;
    this.deskLevel = parsed.WANGGE_DESK_LEVEL;
    this.locateTolerance = parsed.WANGGE_LOCATE_TOLERANCE;
    this.checkReplies = parsed.WANGGE_CHECK_REPLIES === 'on';
    this.trustProxy = parsed.WANGGE_TRUST_PROXY === 'on';
    this.logLevel = parsed.LOG_LEVEL;
  }
}
