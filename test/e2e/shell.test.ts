import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, type Screens, startScreens } from '../support/browser.ts';

let screens: Screens;
beforeAll(async () => {
  screens = await startScreens();
});
afterAll(() => screens.close());

describe('the web app', () => {
  it('signs a person in and shows the first screen of their role', async () => {
    const page = await screens.open('lan', '/');
    await page.waitForURL('**/desk');
    await expect.poll(() => page.title()).toBe('Trực tổng đài · 1022');
    await expectAccessible(page);
    await page.keyboard.press('Control+k');
    await page.getByLabel('Tìm hoặc ra lệnh').last().fill('truc');
    await page.getByText('Mở: Trực tổng đài').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.goto('/nowhere');
    await page.getByRole('heading', { name: 'Không có trang này' }).waitFor();
    await expectAccessible(page);
  });

  it('tells who may open a screen to somebody who may not', async () => {
    const page = await screens.open('tuan', '/desk');
    const heading = page.getByRole('heading', { name: 'Bạn không có quyền mở màn hình này' });
    await heading.waitFor();
    expect(await page.getByText('tổng đài viên, trưởng ca').isVisible()).toBe(true);
  });
});
