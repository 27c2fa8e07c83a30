import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Screens, startScreens } from '../support/browser.ts';
import { type ChangedCase, people } from '../support/life-of-a-case.ts';

let screens: Screens;
beforeAll(async () => {
  screens = await startScreens();
});
afterAll(() => screens.close());

const hands = () => people((call) => screens.hotline.call(call));
/** Their keys do something from when its history is there. */
async function open(person: string, { caseId }: ChangedCase): Promise<Page> {
  const page = await screens.open(person, `/cases/${caseId}`);
  await page.getByRole('log').waitFor();
  return page;
}

/** A case that UBND Thuận An works on. */
async function inWork(): Promise<ChangedCase> {
  const { log, desk, department } = hands();
  return department('officer.ta', await desk(await log(), 'route', {}), 'accept');
}

describe('the life of a case', () => {
  it('goes through all hands on one page', async () => {
    const { log, desk } = hands();
    const routed = await desk(await log(), 'route', {});

    const officer = await open('officer.ta', routed);
    await officer.getByText('Danh tính người phản ánh không hiện với đơn vị xử lý.').waitFor();
    await officer.keyboard.press('a');
    await officer.keyboard.press('Control+Enter');
    await officer.getByText('Đã làm: Nhận xử lý.').waitFor();
    await officer.keyboard.press('t');
    await officer.getByLabel('Trả lời: nội dung').fill('Đã vá xong mặt đường sáng nay.');
    await officer.getByRole('checkbox', { name: 'Sở Giao thông vận tải' }).check();
    await officer.keyboard.press('Control+Enter');
    await officer.getByText('Trả lời người dân').waitFor();
    await officer.context().close();

    const agent = await open('lan', routed);
    await agent.getByText('Đã vá xong mặt đường sáng nay.').waitFor();
    await agent.keyboard.press('d');
    await agent.getByRole('radio', { name: 'Hài lòng', exact: true }).check();
    await agent.keyboard.press('Control+Enter');
    await agent.getByText('Người dân đánh giá: Hài lòng').waitFor();
    await agent.context().close();

    const manager = await open('quang', routed);
    await manager.getByText('Người dân đánh giá: Hài lòng').waitFor();
    await manager.getByText(/^Chưa làm được lúc này/).click();
    await manager.getByText('Chỉ làm được khi vụ việc:').first().waitFor();
    await manager.context().close();
  });

  it('goes back with a reason and a better place, and from there to it', async () => {
    const current = await inWork();
    const officer = await open('officer.ta', current);
    await officer.getByRole('button', { name: 'Trả lại' }).waitFor();
    await officer.keyboard.press('r');
    await officer.getByLabel('Lý do').selectOption({ label: 'Không thuộc thẩm quyền' });
    await officer.getByRole('combobox', { name: 'Đơn vị đề xuất' }).fill('giao thong');
    await officer.getByRole('option', { name: 'Sở Giao thông vận tải' }).click();
    await officer.getByLabel('Trả lại: nội dung').fill('Đường này do Sở quản lý.');
    await officer.keyboard.press('Control+Enter');
    await officer.getByText('Vụ việc không còn ở đơn vị của bạn').waitFor();
    await officer.context().close();

    const agent = await open('lan', current);
    await agent.getByText('Đường này do Sở quản lý.').waitFor();
    await agent.getByText(/Không thuộc thẩm quyền.*đề xuất Sở Giao thông vận tải/).waitFor();
    await agent.keyboard.press('r');
    await agent.getByRole('combobox', { name: 'Chủ trì' }).fill('giao thong');
    await agent.getByRole('option', { name: 'Sở Giao thông vận tải' }).click();
    await agent.keyboard.press('Control+Enter');
    await agent.getByText('Đã làm: Chuyển xử lý.').waitFor();
    await agent.context().close();

    const other = await screens.open('officer.sgtvt', '/department');
    await other.getByRole('link', { name: current.trackingCode }).waitFor();
    await other.context().close();
  });

  it('shows a foreign department nothing', async () => {
    const { caseId } = await inWork();
    const page = await screens.open('officer.sgddt', `/cases/${caseId}`);
    await page.getByText('Không tìm thấy vụ việc.').waitFor();
    await page.context().close();
  });
});

describe('two people at one case', () => {
  it('see what the other did, and keep what they wrote', async () => {
    const current = await inWork();
    const officer = await open('officer.ta', current);
    await officer.keyboard.press('t');
    const text = officer.getByLabel('Trả lời: nội dung');
    await text.fill('Đã vá xong.');
    await officer.getByRole('checkbox', { name: 'Sở Giao thông vận tải' }).check();
    await hands().department('lead.ta', current, 'note', { text: 'Chờ tôi duyệt đã.' });

    await officer.getByText('Vụ việc đã thay đổi khi bạn đang soạn').waitFor();
    const alert = officer.getByRole('alert');
    await alert.getByText('Chờ tôi duyệt đã.').waitFor();
    expect(await text.inputValue()).toBe('Đã vá xong.');
    expect(
      await officer.getByRole('button', { name: 'Trả lời', exact: true }).last().isDisabled(),
    ).toBe(true);

    await officer.getByRole('button', { name: 'Tôi đã xem, làm tiếp' }).click();
    await text.focus();
    await officer.keyboard.press('Control+Enter');
    await officer.getByText('Đã làm: Trả lời.').waitFor();
    await officer.context().close();
  });

  it('are told of a change that came between the last look and the sending', async () => {
    const current = await inWork();
    const officer = await open('officer.ta', current);
    await officer.keyboard.press('n');
    const text = officer.getByLabel('Ghi chú: nội dung');
    await text.fill('Đã gọi cho người dân.');
    // This window does not hear of it in time.
    await officer.route('**/v1/department/cases/*', (route) => route.abort());
    await hands().department('lead.ta', current, 'note', { text: 'Tôi cũng vừa gọi.' });
    await officer.unroute('**/v1/department/cases/*');
    await officer.keyboard.press('Control+Enter');
    await officer.getByText('Tôi cũng vừa gọi.').first().waitFor();
    expect(await text.inputValue()).toBe('Đã gọi cho người dân.');
    await officer.context().close();
  });

  it('lose nothing of a draft to a reload', async () => {
    const officer = await open('officer.ta', await inWork());
    await officer.keyboard.press('n');
    await officer.getByLabel('Ghi chú: nội dung').fill('Đang viết dở');
    await officer.reload();
    expect(await officer.getByLabel('Ghi chú: nội dung').inputValue()).toBe('Đang viết dở');
    await officer.context().close();
  });
});

it('a citizen’s words are shown as text, whatever stands in them', async () => {
  const { log } = hands();
  const description = '<script>document.title = "hacked"</script><b>đậm</b> 😀';
  const page = await open('lan', await log({ channel: 'phone', description }));
  await page.getByText(description).waitFor();
  expect(await page.title()).toBe('Vụ việc · 1022');
  await page.context().close();
});
