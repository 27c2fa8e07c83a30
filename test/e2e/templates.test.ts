import { afterAll, beforeAll, expect, it } from 'vitest';
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
beforeAll(async () => {
  screens = await startScreens();
});
afterAll(() => screens.close());

it('an officer answers with a template that names the case, and writes what it leaves open', async () => {
  const { log, desk, department } = people((call) => screens.hotline.call(call));
  const routed = await desk(await log(), 'route', { lead: 'TA', supporting: [] });
  const { caseId, trackingCode } = await department('officer.ta', routed, 'accept');
  const page = await screens.open('officer.ta', `/cases/${caseId}`);
  await page.getByRole('log').waitFor();
  await page.keyboard.press('t');
  const text = page.getByLabel('Trả lời: nội dung');
  await text.fill('Kính gửi chị Hoa.');
  await page.getByRole('combobox', { name: 'Mẫu trả lời' }).click();
  await page.getByRole('option', { name: 'Đã xử lý xong' }).click();
  const begun = await text.inputValue();
  expect(begun).toContain('Kính gửi chị Hoa.\n\n');
  expect(begun).toContain(`phản ánh mã ${trackingCode}, UBND thị xã Thuận An đã kiểm tra`);
  // The first open place is selected: what is typed takes it.
  await page.keyboard.type('30/11');
  expect(await text.inputValue()).toContain('đã kiểm tra ngày 30/11');
  await page.getByText(/^Còn \d+ chỗ … cần viết\.$/).waitFor();
  await expectAccessible(page);
  await page.context().close();
});

it('an agent begins the answer of a new call from the command bar, and the citizen gets its code', async () => {
  const page = await screens.open('lan', '/desk');
  await page.getByLabel('Số điện thoại').fill('0912 345 681');
  await page.getByLabel('Nội dung').fill('Mặt đường trước chợ Lái Thiêu có ổ gà lớn, nhờ vá giùm.');
  await page.getByText('Hạn trả lời').waitFor();
  await page.keyboard.press('Alt+a');
  await page.getByRole('combobox', { name: 'Mẫu trả lời' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByLabel('Tìm hoặc ra lệnh').last().fill('mau thong tin chung');
  await page.keyboard.press('Enter');
  const answer = page.getByLabel('Câu trả lời');
  await expect.poll(() => answer.inputValue()).toContain('Tổng đài 1022 xin trả lời');
  await answer.fill('Mã của chị là {trackingCode}.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Đã trả lời.').waitFor();
  await page.getByRole('link', { name: 'Mở vụ việc' }).click();
  await page.getByText(/^Mã của chị là [0-9A-Z-]+\.$/).waitFor();
  await page.context().close();
});

it('an administrator writes a template, keeps what was typed when another was faster, and finds both in the audit', async () => {
  const page = await screens.open('tuan', '/administration/templates');
  await page.getByRole('button', { name: 'Viết mẫu mới' }).click();
  await page.getByLabel('Tên mẫu').fill('Đã vá đường');
  expect(await page.getByRole('textbox', { name: 'Mã', exact: true }).inputValue()).toBe(
    'da-va-duong',
  );
  await page.getByRole('textbox', { name: 'Nội dung' }).fill('{department} đã vá xong.');
  await page.getByRole('region', { name: 'Người dân sẽ đọc' }).getByText('đã vá xong').waitFor();
  await page.getByRole('button', { name: 'Lưu mẫu' }).click();
  await page.getByRole('button', { name: 'Sửa: Đã vá đường' }).click();
  const text = page.getByRole('textbox', { name: 'Nội dung' });
  await text.fill('{department} đã vá xong hôm nay.');
  await screens.hotline.call({
    method: 'PUT',
    path: '/v1/directory/templates/da-va-duong',
    as: 'huong',
    body: {
      ...{ owner: 'desk', serviceCode: null, language: 'vi' },
      ...{ name: 'Đã vá đường', text: 'Của chị Hương.' },
    },
    ifMatch: 1,
  });
  await page.getByRole('button', { name: 'Lưu mẫu' }).click();
  const conflict = page.getByRole('alert');
  await conflict.getByText('Của chị Hương.').waitFor();
  expect(await text.inputValue()).toBe('{department} đã vá xong hôm nay.');
  await page.getByRole('button', { name: 'Tôi đã xem, lưu bản của tôi' }).click();
  await page.getByRole('checkbox', { name: 'Đang dùng' }).uncheck();
  await page.getByRole('button', { name: 'Lưu mẫu' }).click();
  await page.getByRole('row', { name: /Đã vá đường .* Đã ngừng dùng/ }).waitFor();

  await page.goto('/administration/audit?kind=template');
  const [last] = await page.getByRole('article', { name: 'Mẫu trả lời: Đã vá đường' }).all();
  const row = last?.getByRole('row', { name: /^Nội dung/ });
  await row?.getByRole('cell', { name: 'Của chị Hương.' }).waitFor();
  await row?.getByRole('cell', { name: '{department} đã vá xong hôm nay.' }).waitFor();
  await page.context().close();
});

it('the templates and the audit are accessible and fit', async () => {
  const page = await screens.open('tuan', '/administration/templates');
  for (const look of LOOKS) {
    await wear(page, look);
    await page.goto('/administration/templates');
    await page.getByRole('table').waitFor();
    await expectToFit(page);
    await expectAccessible(page);
    await page.getByRole('button', { name: /^(Sửa|Change): Giờ làm việc/ }).click();
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page);
    await page.goto('/administration/audit');
    await page.getByRole('article').first().waitFor();
    await expectToFit(page);
    await expectAccessible(page);
  }
  await page.context().close();
});
