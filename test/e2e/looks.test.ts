import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import {
  expectAccessible,
  expectToFit,
  LOOKS,
  type Screens,
  startScreens,
  wear,
} from '../support/browser.ts';
import { people } from '../support/life-of-a-case.ts';

let screens: Screens;
let caseId: string;
const windows = new Map<string, Page>();
beforeAll(async () => {
  screens = await startScreens();
  const { log, desk } = people((call) => screens.hotline.call(call));
  await log({ channel: 'zalo', description: 'Rác chưa được thu gom.' });
  ({ caseId } = await desk(await log(), 'route', {}));
});
afterAll(() => screens.close());

/** The one window of a person. */
async function windowOf(person: string): Promise<Page> {
  const page = windows.get(person) ?? (await screens.open(person, '/'));
  windows.set(person, page);
  return page;
}

interface Screen {
  readonly person: string;
  readonly path: string;
  /** Brings it to where it is looked at, in either language. */
  readonly prepare: (page: Page) => Promise<unknown>;
}

const SCREENS: readonly Screen[] = [
  { person: 'lan', path: '/desk', prepare: typeACall },
  { person: 'lan', path: '/desk?view=queue', prepare: (page) => rowsOf(page).first().waitFor() },
  { person: 'lan', path: '/desk', prepare: (page) => openByKey(page, '?') },
  { person: 'officer.ta', path: '/cases/{case}', prepare: beginAReturn },
  { person: 'officer.ta', path: '/desk', prepare: headed },
];

describe.each(SCREENS)('of $person, $path', ({ person, path, prepare }) => {
  it.each(LOOKS)('is accessible and fits in $language', async (look) => {
    const page = await windowOf(person);
    await wear(page, look);
    await page.goto(path.replace('{case}', caseId));
    await prepare(page);
    await expectToFit(page);
    await expectAccessible(page);
  });
});

const rowsOf = (page: Page) => page.locator('[data-queue-row]');

async function headed(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
}

async function typeACall(page: Page): Promise<void> {
  await page.getByLabel(/^(Số điện thoại|Phone number)$/).fill('0912 345 678');
  await page
    .getByLabel(/^(Nội dung|What is said)/)
    .fill('Đèn đường ở phường Lái Thiêu, Thuận An tắt cả tuần nay.');
  await page.getByText(/^(Hạn trả lời|Answer due)/).waitFor();
}

/** The lists of keys and of commands; no field has the focus when the key is pressed. */
async function openByKey(page: Page, key: string): Promise<void> {
  await page.getByLabel(/^(Số điện thoại|Phone number)$/).waitFor();
  await page.evaluate('document.activeElement.blur()');
  await page.keyboard.press(key);
  await page.getByRole('dialog').waitFor();
}

async function beginAReturn(page: Page): Promise<void> {
  await page.getByRole('log').waitFor();
  await page.getByRole('img', { name: /^(Vị trí trong tỉnh|Where in the province)/ }).waitFor();
  await page.keyboard.press('r');
  await page.getByText(/\((3|4|5|6|7|8|9)\)$/).click();
}
