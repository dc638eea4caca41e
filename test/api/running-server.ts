export { type DemoAccount, KINDS, RunningServer, type ServerKind } from '@wangge/testing';
