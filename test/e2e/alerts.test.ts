import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  expectAccessible,
  expectToFit,
  LOOKS,
  type Screens,
  startScreens,
  wear,
} from '../support/browser.ts';
import { aCall, people } from '../support/life-of-a-case.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let screens: Screens;
beforeAll(async () => {
  screens = await startScreens();
});
afterAll(() => screens.close());

async function expectFine(person: string, path: string, ready: RegExp): Promise<void> {
  const page = await screens.open(person, path);
  for (const look of LOOKS) {
    await wear(page, look);
    await page.getByText(ready).first().waitFor();
    await expectAccessible(page);
    await expectToFit(page);
  }
  await page.context().close();
}

describe('the page of alerts', () => {
  it('says that there is none, and how often figures are looked at', async () => {
    await expectFine('quang', '/figures/alerts', /15 phút một lần|every 15 minutes/);
    const page = await screens.open('quang', '/figures');
    await page.getByRole('link', { name: 'Cảnh báo', exact: true }).click();
    await page.getByText('Không có cảnh báo nào').waitFor();
    await page.context().close();
  });

  it('shows a flood with its numbers and its cases, and who sees to it', async () => {
    const { hotline } = screens;
    const { clock } = hotline.host;
    const { log } = people((call) => hotline.call(call));
    const now = Date.now();
    clock.set(now - 20 * DAY_MS);
    await log(aCall({ serviceCode: 'tree' }));
    clock.set(now);
    for (let one = 0; one < 12; one += 1) await log(aCall({ serviceCode: 'flooding' }));
    await hotline.settled();
    clock.set(now + 16 * MINUTE_MS);
    await hotline.settled();
    await expectFine('quang', '/figures/alerts', /12 (phản ánh|reports)/);

    const page = await screens.open('quang', '/figures');
    await page.getByRole('link', { name: 'Cảnh báo: 1 chưa có người nhận' }).click();
    await page.getByRole('heading', { name: /^Ngập nước.*: 12 phản ánh/ }).waitFor();
    await page.getByRole('link', { name: 'Mở vụ việc: Tiếp nhận' }).click();
    await page.getByText('12 vụ việc').waitFor();
    await page.goBack();
    await page.getByLabel('Việc sẽ làm').fill('Đã báo đơn vị thoát nước.');
    await page.getByRole('button', { name: 'Nhận xử lý' }).click();
    await page.getByText(/quang \(Lãnh đạo.*\) đã nhận.*: Đã báo đơn vị thoát nước\./).waitFor();
    expect(await page.getByRole('button', { name: 'Nhận xử lý' }).count()).toBe(0);
    await page.context().close();
  });
});
