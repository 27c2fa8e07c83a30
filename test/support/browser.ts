import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { chromiumPath } from './chromium.ts';
import { type Hotline, startHotline } from './hotline.ts';

/** The sizes of a desk and of a phone. */
export const SIZES = {
  desk: { width: 1_440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

/** For what a page shall show: a second on a quiet machine, far more on one that does other work too. */
const WAIT_MS = 90_000;

export interface Look {
  readonly size?: keyof typeof SIZES;
  readonly language?: 'vi' | 'en';
  readonly scheme?: 'light' | 'dark';
}

/** A host with the built web app, and a browser that its people sit at. */
export interface Screens {
  readonly hotline: Hotline;
  /** A window of their own, signed in as this person, at `path`. */
  open(person: string, path: string, look?: Look): Promise<Page>;
  /** A window that nobody has signed in to. */
  window(look?: Look): Promise<BrowserContext>;
  close(): Promise<void>;
}

export async function startScreens(): Promise<Screens> {
  const browser = await chromium.launch({ executablePath: chromiumPath() });
  const hotline = await startHotline();
  const window = (look: Look = {}) => createWindow(browser, hotline.host.url, look);
  return {
    hotline,
    window,
    open: async (person, path, look) => {
      const page = await (await window(look)).newPage();
      await page.goto(path);
      await signIn(page, person);
      return page;
    },
    close: async () => {
      await browser.close();
      await hotline.close();
    },
  };
}

async function createWindow(browser: Browser, url: string, look: Look): Promise<BrowserContext> {
  const { size = 'desk', language = 'vi', scheme = 'light' } = look;
  const context = await browser.newContext({
    baseURL: url,
    viewport: SIZES[size],
    colorScheme: scheme,
    locale: 'vi-VN',
    // A machine of a shared office may stand in any zone; what is shown is the province's.
    timezoneId: 'America/New_York',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(WAIT_MS);
  await context.addInitScript(`localStorage['1022-language'] ??= '${language}'`);
  return context;
}

/** On the issuer's page, as a person does it. */
export async function signIn(page: Page, person: string): Promise<void> {
  await page.waitForURL(/\/sign-in\//);
  await page.locator(`button[value="${person}"]`).click();
  await page.waitForURL(
    (url) => !url.pathname.startsWith('/oidc') && url.pathname !== '/signed-in',
  );
}

/** WCAG 2.2 AA by axe: no violation, each told with where it is. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // No page has frames, and nothing but violations is told: a third of the time that it takes otherwise.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} at ${String(target)}: ${failureSummary ?? ''}`,
    ),
  );
  expect(told).toEqual([]);
}

/**
 * Each language, colour scheme and size once. Vietnamese words are the longer ones, so they go where there is least room; in
 * light and at a desk the other tests read them all day.
 */
export const LOOKS: readonly [Required<Look>, ...Required<Look>[]] = [
  { language: 'vi', scheme: 'dark', size: 'phone' },
  { language: 'en', scheme: 'light', size: 'desk' },
];

/** Gives an open page another look, without signing in again. */
export async function wear(page: Page, { size, language, scheme }: Required<Look>): Promise<void> {
  await page.setViewportSize(SIZES[size]);
  await page.emulateMedia({ colorScheme: scheme });
  await page.evaluate(`localStorage['1022-language'] = '${language}'`);
}

/** No page is wider than its window: nothing is cut, nothing must be scrolled sideways. */
export async function expectToFit(page: Page): Promise<void> {
  const widths = await page.evaluate(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  );
  const [content, window] = widths as [number, number];
  expect(content).toBeLessThanOrEqual(window);
}
