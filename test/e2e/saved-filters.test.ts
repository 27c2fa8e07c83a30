import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible, expectToFit, type Screens, startScreens } from '../support/browser.ts';

let screens: Screens;
beforeAll(async () => {
  screens = await startScreens();
});
afterAll(() => screens.close());

it('a filter is saved under a name, chosen on another machine, and deleted', async () => {
  const page = await screens.open('officer.ta', '/department?list=in_work&urgent=true');
  await page.getByLabel('Lưu bộ lọc này với tên').fill('Việc khẩn');
  await page.getByRole('button', { name: 'Lưu bộ lọc', exact: true }).click();
  await page.getByRole('button', { name: 'Xóa bộ lọc “Việc khẩn”' }).waitFor();
  await page.context().close();

  const other = await screens.open('officer.ta', '/department', { size: 'phone' });
  await other.getByRole('button', { name: 'Bộ lọc' }).click();
  await other.getByLabel('Bộ lọc đã lưu').selectOption('Việc khẩn');
  await other.waitForURL(/list=in_work.*urgent=true|urgent=true.*list=in_work/);
  expect(await other.getByRole('checkbox', { name: 'Chỉ vụ việc khẩn' }).isChecked()).toBe(true);
  await expectToFit(other);
  await expectAccessible(other);
  await other.getByRole('button', { name: 'Xóa bộ lọc “Việc khẩn”' }).click();
  await other.getByRole('button', { name: 'Lưu bộ lọc', exact: true }).waitFor();
  expect(await other.getByRole('option', { name: 'Việc khẩn' }).count()).toBe(0);
  await other.context().close();
});
