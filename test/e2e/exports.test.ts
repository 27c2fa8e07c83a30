import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, type Screens, startScreens } from '../support/browser.ts';
import { people } from '../support/life-of-a-case.ts';

let screens: Screens;
beforeAll(async () => {
  screens = await startScreens();
  const { log, desk } = people((call) => screens.hotline.call(call));
  await log();
  await desk(await log(), 'route', { lead: 'TA', supporting: [] });
  await screens.hotline.settled();
});
afterAll(() => screens.close());

describe('the page of exports', () => {
  it('makes a file of what was chosen and gives it', async () => {
    const page = await screens.open('quang', '/figures/exports');
    await page.getByLabel('Loại tệp').selectOption('csv');
    await page.getByRole('checkbox', { name: 'Tóm tắt' }).uncheck();
    await page.getByRole('button', { name: 'Bắt đầu xuất' }).click();
    await page.getByText('Đã nhận yêu cầu').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Tải về CSV/ }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^1022-vu-viec-.*\.csv$/);
    const text = await readFile(await file.path(), 'utf8');
    const [head, ...rows] = text.split('\r\n').slice(0, -1);
    expect(head).toMatch(/^\uFEFF"Mã tra cứu","Trạng thái"/);
    expect(rows).toHaveLength(2);
    await expectAccessible(page);
  });

  it('offers a department its own cases', async () => {
    const page = await screens.open('officer.ta', '/figures/exports', { language: 'en' });
    await page.getByRole('button', { name: 'Start the export' }).click();
    await page.getByText('1 rows').waitFor();
    expect(await page.getByLabel('Lead department').locator('option').count()).toBe(1);
    await expectAccessible(page);
  });

  it.each([
    { scheme: 'dark' as const },
    { scheme: 'dark' as const, language: 'en' as const, size: 'phone' as const },
  ])('can be used by everybody: %j', async (look) => {
    const page = await screens.open('quang', '/figures/exports', look);
    await page.getByRole('table').waitFor();
    await expectAccessible(page);
  });
});
