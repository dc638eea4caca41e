import { existsSync } from 'node:fs';
import path from 'node:path';
import type { RunningServer } from '@wangge/testing';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

export const PHONE = { width: 390, height: 844 } as const;
export const CONSOLE = { width: 1440, height: 900 } as const;
export const WALL = { width: 1920, height: 1080 } as const;
export type Size = { readonly width: number; readonly height: number };

export interface Habits {
  /** Where his device says it is. */
  readonly position?: { readonly lng: number; readonly lat: number } | undefined;
  /** What his browser remembers, as language and size of text. */
  readonly remembers?: Readonly<Record<string, string>>;
}

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const PICTURES = path.join(__dirname, '../../.cache/screens');
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium of this machine, or the one the test command has put aside. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? INSTALLED.find((path) => existsSync(path));
  if (!executablePath) throw new Error('no Chromium is installed; npm test brings one along');
  return chromium.launch({ executablePath, args: FLAGS });
}

/** A person at a screen: a browser of his own, in the right place, whose errors are kept. */
export class Person {
  readonly errors: string[] = [];

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
  ) {
    page.on('pageerror', (error) => this.errors.push(error.message));
  }

  static async at(browser: Browser, size: Size, { position, remembers = {} }: Habits = {}): Promise<Person> {
    const context = await browser.newContext({
      viewport: size,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      ...(position ? { geolocation: { longitude: position.lng, latitude: position.lat }, permissions: ['geolocation'] } : {}),
    });
    context.setDefaultTimeout(20_000);
    await context.addInitScript((entries) => {
      // A page without an origin, as the first blank one, has no storage.
      if (location.origin === 'null') return;
      for (const [key, value] of entries) localStorage.setItem(key, value);
    }, Object.entries(remembers));
    return new Person(await context.newPage(), context);
  }

  async signIn(
    server: RunningServer,
    screen: 'phone' | 'console' | 'wall',
    username: string,
    origin = server.origin,
  ): Promise<Page> {
    const { password } = await server.account(username);
    await this.page.goto(`${origin}/${screen}/`);
    await this.page.locator('input[autocomplete=username]').fill(username);
    await this.page.locator('input[type=password]').fill(password);
    await this.page.keyboard.press('Enter');
    await this.page.locator('input[type=password]').waitFor({ state: 'detached' });
    return this.page;
  }

  /** What he sees, for whoever looks after a failure. */
  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: path.join(PICTURES, `${name}.png`) }).catch(() => undefined);
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
