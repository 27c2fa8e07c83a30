import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, type Screens, startScreens } from '../support/browser.ts';
import { people } from '../support/life-of-a-case.ts';

let screens: Screens;
beforeAll(async () => {
  screens = await startScreens();
  const { log, desk } = people((call) => screens.hotline.call(call));
  await desk(await log(), 'route', {});
});
afterAll(() => screens.close());

const read = async (path: string) =>
  (await screens.hotline.call({ method: 'GET', path, as: 'tuan' })).body;

interface Buttons {
  readonly tryOut: string;
  readonly publish: string | RegExp;
}

async function tryAndPublish(page: Page, { tryOut, publish }: Buttons): Promise<void> {
  await page.getByRole('button', { name: tryOut }).click();
  await page.getByLabel('Lý do công bố').fill('Quyết định 12/QĐ-UBND ngày 20/11/2026.');
  await page.getByRole('button', { name: publish }).click();
}

const rules = { tryOut: 'Thử trên các vụ việc gần nhất', publish: /^Công bố, áp dụng/ };

describe('the routing rules', () => {
  it('are changed, tried on the latest cases, and published with a reason', async () => {
    const page = await screens.open('tuan', '/administration/rules');
    await page.getByRole('button', { name: 'Thêm quy tắc' }).click();
    const form = page.getByRole('dialog', { name: 'Thêm quy tắc' });
    await form.getByRole('textbox', { name: 'Mã', exact: true }).fill('market-roads');
    await form.getByRole('textbox', { name: 'Tên', exact: true }).fill('Đường trước chợ');
    await form.getByLabel('Tên tiếng Anh').fill('Roads at markets');
    await form.getByRole('button', { name: 'Đưa vào bản nháp' }).click();
    await form.getByText('Cần ít nhất một điều kiện').waitFor();
    await form.getByLabel('Từ ngữ trong lời phản ánh').fill('trước chợ');
    await page.keyboard.press('Enter');
    await form.getByLabel('Đơn vị chủ trì').fill('giao thong');
    await page.getByRole('option', { name: 'Sở Giao thông vận tải' }).click();
    await form.getByRole('button', { name: 'Đưa vào bản nháp' }).click();
    await page.getByRole('button', { name: 'Đưa lên trước: Đường trước chợ' }).click();

    await page.getByRole('button', { name: 'Thử trên các vụ việc gần nhất' }).click();
    await page.getByText('1 sẽ chuyển nơi khác').waitFor();
    // What was typed outlives the page.
    await page.reload();
    await page.getByText('Bản nháp của bạn, chưa áp dụng.').waitFor();
    await tryAndPublish(page, rules);
    await page.getByText('Đang áp dụng phiên bản 1, chưa sửa gì.').waitFor();
    // The rule that stands behind it now has changed as well: where one stands decides.
    await page.getByText('Thêm 1, sửa 1, bỏ 0 quy tắc').waitFor();
    await page.getByRole('button', { name: 'Xem trước và sau: Phiên bản 1' }).click();
    await page.getByText('Không có', { exact: true }).waitFor();
    expect(await read('/v1/directory/rules')).toMatchObject({ number: 1 });
    await page.context().close();
  });

  it('keep a draft when somebody else publishes, and show what they did', async () => {
    const page = await screens.open('tuan', '/administration/rules');
    await page.getByRole('button', { name: /^Bỏ: / }).first().click();
    const current = (await read('/v1/directory/rules')) as { number: number; rules: unknown[] };
    const published = await screens.hotline.call({
      method: 'POST',
      path: '/v1/directory/rules',
      as: 'tuan',
      body: { rules: current.rules.slice(0, -1), reason: 'Bỏ quy tắc cuối.' },
      ifMatch: current.number,
      idempotencyKey: 'another-window-1',
    });
    expect(published.status).toBe(201);
    await tryAndPublish(page, rules);
    const conflict = page.getByRole('alert').filter({ hasText: 'đã thay đổi khi bạn đang soạn' });
    await conflict.getByText('Bỏ quy tắc cuối.').waitFor();
    await page.getByText('Bản nháp của bạn, chưa áp dụng.').waitFor();
    await conflict.getByRole('button', { name: /soạn tiếp trên phiên bản/ }).click();
    await tryAndPublish(page, rules);
    await page.getByText(`Đang áp dụng phiên bản ${current.number + 2}`).waitFor();
    await page.context().close();
  });

  it('may be read, and not changed, by a manager', async () => {
    const page = await screens.open('quang', '/administration/rules');
    await page.getByRole('list', { name: 'Các quy tắc' }).waitFor();
    expect(await page.getByRole('button', { name: 'Thêm quy tắc' }).count()).toBe(0);
    await page.context().close();
  });
});

describe('the calendar', () => {
  it('gets a year, after a look at what is wrong with it and which deadlines it moves', async () => {
    const page = await screens.open('tuan', '/administration/calendars');
    await page.getByRole('link', { name: 'Nhập năm 2028' }).click();
    await page.getByRole('heading', { name: 'Lịch năm 2028' }).waitFor();
    await page.getByRole('button', { name: 'Thêm ngày nghỉ' }).click();
    await page.getByLabel('Tên').fill('Tết Dương lịch');
    await page.getByRole('button', { name: 'Thêm ngày làm bù' }).click();
    await page.getByRole('button', { name: 'Thử: thời hạn nào sẽ đổi' }).click();
    await page.getByText(/^Cần sửa \d+ chỗ trước khi công bố/).waitFor();
    expect(await page.getByRole('button', { name: /^Công bố lịch/ }).count()).toBe(0);

    await page.getByRole('button', { name: 'Bỏ ngày 2028-01-01' }).last().click();
    await page.reload();
    expect(await page.getByLabel('Tên').inputValue()).toBe('Tết Dương lịch');
    await tryAndPublish(page, {
      tryOut: 'Thử: thời hạn nào sẽ đổi',
      publish: 'Công bố lịch năm 2028',
    });
    await page.getByText('Chưa sửa gì.').waitFor();
    await page.getByRole('link', { name: '← Các năm' }).click();
    await page.getByText('Quyết định 12/QĐ-UBND ngày 20/11/2026.').waitFor();
    await page.getByRole('button', { name: /^Xem trước và sau/ }).click();
    await page.getByText('01/01/2028 · Nghỉ lễ · Tết Dương lịch').waitFor();
    await page.context().close();
  });
});

const lists = { tryOut: 'Kiểm tra trước khi công bố', publish: /^Công bố, áp dụng/ };

describe('the departments', () => {
  it('get a new one and another name; who closes one is told what names it, or what it has to finish', async () => {
    const page = await screens.open('tuan', '/administration/departments');
    await page.getByRole('button', { name: 'Thêm đơn vị' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('textbox', { name: 'Mã', exact: true }).fill('scds');
    await form.getByRole('textbox', { name: 'Tên', exact: true }).fill('Sở Chuyển đổi số');
    await form.getByLabel('Tên tiếng Anh').fill('Digital Department');
    await form.getByRole('button', { name: 'Đưa vào bản nháp' }).click();
    // What rules and services name is told, each with what to change first.
    await page.getByRole('searchbox').fill('giao thong van tai');
    await page.getByRole('button', { name: 'Sửa: Sở Giao thông vận tải' }).click();
    await form.getByRole('checkbox', { name: 'Nhận việc mới' }).uncheck();
    await form.getByRole('button', { name: 'Đưa vào bản nháp' }).click();
    await page.getByRole('button', { name: lists.tryOut }).click();
    await page.getByText(/đường tỉnh.* còn chuyển việc cho SGTVT; hãy sửa quy tắc trước/).waitFor();
    expect(await page.getByRole('button', { name: lists.publish }).count()).toBe(0);

    await page.getByRole('button', { name: 'Hoàn tác: Sở Giao thông vận tải' }).click();
    await page.getByRole('searchbox').fill('vpub');
    await page.getByRole('button', { name: /^Sửa: Văn phòng Ủy ban/ }).click();
    await form.getByLabel('Tên tiếng Anh').fill('Office of the Province');
    await form.getByRole('button', { name: 'Đưa vào bản nháp' }).click();
    // What was typed outlives the page.
    await page.reload();
    await page.getByText('Bản nháp của bạn, chưa áp dụng.').waitFor();
    await tryAndPublish(page, lists);
    await page.getByText('Đang áp dụng phiên bản 1, chưa sửa gì.').waitFor();
    await page.getByText('Thêm 1, sửa 1 dòng').waitFor();
    await page.getByRole('button', { name: 'Xem trước và sau: Phiên bản 1' }).click();
    await page.getByText('Office of the Province').last().waitFor();

    await page.getByRole('searchbox').fill('scds');
    await page.getByRole('button', { name: 'Sửa: Sở Chuyển đổi số' }).click();
    await form.getByRole('checkbox', { name: 'Nhận việc mới' }).uncheck();
    await form.getByRole('button', { name: 'Đưa vào bản nháp' }).click();
    await page.getByRole('button', { name: lists.tryOut }).click();
    await page.getByText('Sở Chuyển đổi số không còn vụ nào đang xử lý.').waitFor();

    await page.goto('/administration/audit?kind=department');
    const change = page.getByRole('article', { name: /^Đơn vị: Văn phòng Ủy ban/ });
    await change.getByRole('row', { name: /^Tên tiếng Anh/ }).waitFor();
    await page.context().close();
  });

  it('keep a draft when somebody else publishes, show both, and undo nothing of theirs', async () => {
    const page = await screens.open('tuan', '/administration/departments?find=SNV');
    await page.getByRole('button', { name: 'Sửa: Sở Nội vụ' }).click();
    await page.getByRole('textbox', { name: 'Tên', exact: true }).fill('Sở Nội vụ (mới)');
    await page.getByRole('button', { name: 'Đưa vào bản nháp' }).click();
    const path = '/v1/directory/departments';
    const held = (await read(path)) as { number: number; departments: { code: string }[] };
    const theirs = held.departments.map((row) => {
      if (row.code === 'SNV') return { ...row, name: 'Sở Nội vụ và Lao động' };
      return row.code === 'STC' ? { ...row, name: 'Sở Tài chính (gộp)' } : row;
    });
    await screens.hotline.call({
      ...{ method: 'POST', path, as: 'tuan', ifMatch: held.number },
      body: { departments: theirs, reason: 'Sắp xếp lại.' },
      idempotencyKey: 'another-window-2',
    });
    await tryAndPublish(page, lists);
    const conflict = page.getByRole('alert').filter({ hasText: 'đã thay đổi khi bạn đang soạn' });
    await conflict.getByText('Sở Nội vụ và Lao động').waitFor();
    await conflict.getByText('Sở Nội vụ (mới)').waitFor();
    await conflict.getByRole('button', { name: /soạn tiếp trên phiên bản/ }).click();
    await tryAndPublish(page, lists);
    await page.getByText(`Đang áp dụng phiên bản ${held.number + 2}`).waitFor();
    const { departments } = (await read(path)) as { departments: { code: string; name: string }[] };
    const nameOf = (code: string) => departments.find((row) => row.code === code)?.name;
    expect([nameOf('SNV'), nameOf('STC')]).toEqual(['Sở Nội vụ (mới)', 'Sở Tài chính (gộp)']);
    await page.context().close();
  });
});

describe('the services', () => {
  it('get another target, after a look at what it means for cases like the open ones', async () => {
    const page = await screens.open('tuan', '/administration/services');
    await page.getByRole('searchbox').fill('o ga');
    await page.getByRole('button', { name: /^Sửa: Hư hỏng mặt đường/ }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('textbox', { name: 'Thời hạn trả lời' }).fill('2');
    await form.getByLabel('Thời hạn trả lời: tính theo').selectOption('giờ làm việc');
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Đưa vào bản nháp' }).click();
    await page.getByRole('button', { name: lists.tryOut }).click();
    await page.getByText(/1 vụ đang ở đơn vị giữ hạn đã ghi/).waitFor();
    await expectAccessible(page);
    await tryAndPublish(page, lists);
    await page.getByText('Đang áp dụng phiên bản 1, chưa sửa gì.').waitFor();
    await page.getByText('2 giờ làm việc').first().waitFor();
    await page.context().close();
  });

  it('may be read, and not changed, by a manager', async () => {
    const page = await screens.open('quang', '/administration/services');
    await page.getByRole('list', { name: /^Lĩnh vực/ }).waitFor();
    expect(await page.getByRole('button', { name: /^Sửa/ }).count()).toBe(0);
    await page.context().close();
  });
});

describe('the people', () => {
  it('are found without marks, entered, and struck off', async () => {
    const page = await screens.open('tuan', '/administration/people');
    await page.getByRole('button', { name: 'Thêm người dùng' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Tài khoản').fill('hanh.ta');
    await form.getByLabel('Họ tên').fill('Đỗ Thị Hạnh Dung');
    await form.getByLabel('Vai trò').selectOption({ label: 'Chuyên viên xử lý' });
    await form.getByLabel('Đơn vị').fill('thuan an');
    await page.getByRole('option', { name: /Thuận An/ }).click();
    await form.getByRole('button', { name: 'Cấp vai trò' }).click();
    await form.waitFor({ state: 'detached' });

    await page.getByRole('searchbox').fill('do thi hanh dung');
    await page.getByRole('button', { name: 'Sửa: Đỗ Thị Hạnh Dung' }).click();
    await page.getByRole('checkbox', { name: 'Được vào làm việc' }).uncheck();
    await page.getByRole('button', { name: 'Lưu thay đổi' }).click();
    await page.getByRole('row', { name: /Đỗ Thị Hạnh Dung.*Đã ngừng/ }).waitFor();
    await page.context().close();
  });

  it('are shown to an auditor, who changes nobody', async () => {
    const page = await screens.open('yen', '/administration/people');
    await page.getByRole('table').waitFor();
    expect(await page.getByRole('button', { name: 'Thêm người dùng' }).count()).toBe(0);
    await page.context().close();
  });
});
