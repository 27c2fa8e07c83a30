import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDepartmentSystem } from '../support/department-system.ts';
import {
  expectAccessible,
  expectToFit,
  LOOKS,
  type Screens,
  startScreens,
  wear,
} from '../support/browser.ts';
import { aCall, type ChangedCase, people } from '../support/life-of-a-case.ts';

let screens: Screens;
beforeAll(async () => {
  screens = await startScreens();
});
afterAll(() => screens.close());

const hands = () => people((call) => screens.hotline.call(call));

/** Cases sent to UBND Thuận An, which leads them. */
async function routed(count: number, differing = {}): Promise<readonly ChangedCase[]> {
  const { log, desk } = hands();
  const cases: ChangedCase[] = [];
  for (let number = 0; number < count; number += 1)
    cases.push(await desk(await log(aCall(differing)), 'route', {}));
  return cases;
}

const row = (page: Page, { trackingCode }: ChangedCase) =>
  page.getByRole('link', { name: trackingCode });
const countOf = async (page: Page, list: string): Promise<number> => {
  const tab = page.getByRole('tab', { name: new RegExp(`^${list}`) });
  await expect.poll(() => tab.innerText()).toMatch(/\d/);
  return Number((await tab.innerText()).replace(/\D/g, ''));
};

describe('the inbox of a department', () => {
  it('accepts several at once and says of each what became of it', async () => {
    const [one, other, third] = (await routed(3)) as [ChangedCase, ChangedCase, ChangedCase];
    const page = await screens.open('officer.ta', '/department');
    await row(page, third).waitFor();
    const before = await countOf(page, 'Mới');
    for (const current of [one, other, third])
      await page.getByRole('checkbox', { name: `Chọn ${current.trackingCode}` }).check();
    // Somebody else is quicker.
    await hands().department('lead.ta', other, 'accept');

    await page.getByRole('button', { name: 'Nhận xử lý 3 vụ việc' }).click();
    const results = page.getByRole('log', { name: 'Đang nhận xử lý' });
    await results.getByText('Đã nhận 2 trên 3 vụ việc').waitFor();
    const refused = results.getByRole('listitem').filter({ hasText: other.trackingCode });
    expect(await refused.innerText()).not.toContain('Đã nhận xử lý');
    expect(await results.getByText('Đã nhận xử lý').count()).toBe(2);

    await expect.poll(() => countOf(page, 'Mới')).toBe(before - 3);
    await page.getByRole('tab', { name: /^Đang xử lý/ }).click();
    await row(page, third).waitFor();
    await page.context().close();
  });

  it('is worked by keys alone', async () => {
    const [one] = (await routed(1)) as [ChangedCase];
    const page = await screens.open('officer.ta', `/department?words=${one.trackingCode}`);
    await row(page, one).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText('Đã chọn 1 vụ việc').waitFor();
    await page.keyboard.press('x');
    await page.getByText('Đã chọn 1 vụ việc').waitFor({ state: 'detached' });

    await page.keyboard.press('r');
    const beside = page.getByRole('region', { name: 'Vụ việc đang mở' });
    await beside.getByLabel('Lý do').selectOption({ label: 'Không thuộc thẩm quyền' });
    await beside.getByLabel('Trả lại: nội dung').fill('Đường này của Sở Giao thông vận tải.');
    await page.keyboard.press('Control+Enter');
    await beside.getByText('Vụ việc không còn ở đơn vị của bạn').waitFor();
    await row(page, one).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await beside.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('accepts the row that has the focus, and gives the next one the focus', async () => {
    const [one, other] = (await routed(2, { summary: 'Cây đổ riêng của phép thử' })) as [
      ChangedCase,
      ChangedCase,
    ];
    const page = await screens.open('officer.ta', '/department?words=cay+do+rieng');
    await row(page, other).waitFor();
    await row(page, one).focus();
    await page.keyboard.press('a');
    await row(page, one).waitFor({ state: 'detached' });
    await expect
      .poll(() => page.evaluate('document.activeElement.textContent'))
      .toContain(other.trackingCode);
    await page.context().close();
  });

  it('keeps its filters in the address', async () => {
    const [one] = (await routed(1)) as [ChangedCase];
    const page = await screens.open('officer.ta', '/department');
    await row(page, one).waitFor();
    await page.getByRole('searchbox').fill('khong co vu viec nhu vay');
    await page.getByText('Không có vụ việc nào khớp bộ lọc.').waitFor();
    await page.reload();
    await page.getByText('Không có vụ việc nào khớp bộ lọc.').waitFor();
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await row(page, one).waitFor();
    expect(new URL(page.url()).search).toBe('');
    await page.context().close();
  });

  it('shows by itself what arrives', async () => {
    const page = await screens.open('officer.ta', '/department');
    await countOf(page, 'Mới');
    const [one] = (await routed(1)) as [ChangedCase];
    await row(page, one).waitFor();
    await page.context().close();
  });

  it('says that nothing is late', async () => {
    const page = await screens.open('officer.ta', '/department?list=late');
    await page.getByText('Chưa có vụ việc nào quá hạn. Tốt!').waitFor();
    await page.context().close();
  });

  it('keeps what it shows when the server is gone, and says so', async () => {
    const [one] = (await routed(1)) as [ChangedCase];
    const page = await screens.open('officer.ta', '/department');
    await row(page, one).waitFor();
    await page.route('**/v1/department/**', (route) => route.abort());
    await row(page, one).focus();
    await page.keyboard.press('a');
    const results = page.getByRole('log', { name: 'Đang nhận xử lý' });
    await results.getByText('Không kết nối được máy chủ.').waitFor();
    expect(await row(page, one).isVisible()).toBe(true);
    await page.context().close();
  });
});

describe('the connection of a department', () => {
  it('shows a secret once, and a new one after a question', async () => {
    const page = await screens.open('lead.sgtvt', '/department/delivery');
    await page.getByText('Chưa ai chọn').waitFor();
    await page.getByRole('radio', { name: 'Hộp việc và webhook có chữ ký' }).check();
    await page.getByLabel('Địa chỉ nhận (https)').fill('http://khong-an-toan.vn/webhook');
    await page.getByRole('button', { name: 'Lưu địa chỉ webhook' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Địa chỉ nhận (https)').inputValue()).toContain('khong-an-toan');

    await page.getByLabel('Địa chỉ nhận (https)').fill('http://localhost:3999/1022');
    await page.getByRole('button', { name: 'Lưu địa chỉ webhook' }).click();
    const once = page.getByRole('alert').filter({ hasText: 'Khóa ký, chỉ hiện lần này' });
    const first = await once.locator('code').innerText();
    expect(first.length).toBeGreaterThan(20);
    await expectAccessible(page);
    await once.getByRole('button', { name: 'Tôi đã lưu khóa' }).click();

    await page.getByRole('button', { name: 'Tạo khóa mới' }).click();
    const dialog = page.getByRole('dialog', { name: 'Tạo khóa ký mới?' });
    await dialog.getByRole('button', { name: 'Tạo khóa mới' }).click();
    expect(await once.locator('code').innerText()).not.toBe(first);
    await page.reload();
    await page.getByRole('button', { name: 'Tạo khóa mới' }).waitFor();
    expect(await page.getByText(first).count()).toBe(0);
    await page.context().close();
  });

  it('shows what became of each webhook, and has one sent again', async () => {
    const system = await startDepartmentSystem(503);
    const body = { mode: 'webhook', url: system.url };
    const path = '/v1/department/delivery';
    await screens.hotline.call({ method: 'PUT', path, as: 'lead.sct', body });
    const { log, desk } = hands();
    const { trackingCode } = await desk(await log(), 'route', { lead: 'SCT' });
    const page = await screens.open('lead.sct', '/department/delivery');
    const tries = page.getByRole('row', { name: new RegExp(trackingCode) });
    await tries.getByText('Hệ thống trả về mã 503').waitFor();
    await tries.getByText('Tự thử lại lúc').waitFor();

    system.state.status = 200;
    screens.hotline.host.clock.advance(60_000);
    await tries.getByText('Đã nhận').waitFor();
    const again = page.getByRole('button', { name: `Gửi lại: Chuyển xử lý, ${trackingCode}` });
    await again.first().click();
    await page.getByText('Đã xếp hàng để gửi lại.').waitFor();
    await tries.nth(2).waitFor();
    expect(system.received).toHaveLength(2);
    for (const look of LOOKS) {
      await wear(page, look);
      await page.reload();
      await tries.nth(2).waitFor();
      await expectToFit(page);
      await expectAccessible(page);
    }
    await wear(page, { language: 'vi', scheme: 'light', size: 'desk' });
    await page.reload();
    await page.getByLabel('Chỉ những lần không gửi được').check();
    await tries.nth(2).waitFor({ state: 'detached' });
    await tries.getByText('Hệ thống trả về mã 503').waitFor();
    expect(await tries.count()).toBe(1);
    expect(new URL(page.url()).search).toBe('?outcome=failed');
    await page.context().close();
    await system.close();
  });

  it('is the lead’s alone', async () => {
    const page = await screens.open('officer.sgtvt', '/department/delivery');
    await page.getByRole('heading', { name: 'Bạn không có quyền mở màn hình này' }).waitFor();
    await page.context().close();
  });
});
