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
  const { log, desk, department } = people((call) => screens.hotline.call(call));
  ({ caseId } = await desk(await log(), 'route', {}));
  await department('officer.ta', await desk(await log(), 'route', {}), 'accept');
});
afterAll(() => screens.close());

/** The one window of a person. */
async function windowOf(person: string): Promise<Page> {
  const page = windows.get(person) ?? (await screens.open(person, '/'));
  windows.set(person, page);
  return page;
}

const PAGES = [
  ['officer.ta', '/department'],
  ['officer.ta', '/department?open={case}&urgent=true'],
  ['officer.ta', '/department?list=in_work'],
  ['officer.ta', '/department?list=late'],
  ['lead.ta', '/department/delivery'],
  ['tuan', '/administration/rules'],
  ['tuan', '/administration/calendars'],
  ['tuan', '/administration/calendars/2027'],
  ['tuan', '/administration/people?find=thuan+an'],
  ['tuan', '/administration/departments'],
  ['tuan', '/administration/services?find=duong'],
] as const;

describe.each(PAGES)('of %s, %s', (person, path) => {
  it.each(LOOKS)('is accessible and fits in $language', async (look) => {
    const page = await windowOf(person);
    await wear(page, look);
    await page.goto(path.replace('{case}', caseId));
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    await expectToFit(page);
    await expectAccessible(page);
  });
});
