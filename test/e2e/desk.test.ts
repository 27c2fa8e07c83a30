import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Screens, startScreens } from '../support/browser.ts';

let screens: Screens;
beforeAll(async () => {
  screens = await startScreens();
});
afterAll(() => screens.close());

const WORDS = 'Mặt đường trước chợ Lái Thiêu có ổ gà lớn, nhờ vá giùm.';
let numbers = 0;
/** A number that nobody called from yet. */
const aPhone = (): string => `0912 000 ${String((numbers += 1)).padStart(3, '0')}`;

/** How many cases this number has called about, as the API counts them. */
async function casesOf(phone: string): Promise<number> {
  const { body } = await screens.hotline.call({
    method: 'POST',
    path: '/v1/desk/searches',
    as: 'lan',
    body: { phone },
  });
  return (body as { cases: unknown[] }).cases.length;
}

const sent = (page: Page) => page.getByText(/Đã ghi nhận, mã tra cứu/);

async function type(page: Page, phone: string): Promise<void> {
  await page.getByLabel('Số điện thoại').fill(phone);
  await page.getByLabel('Nội dung').fill(WORDS);
}

describe('a call', () => {
  it('is logged and forwarded without the mouse, with what the machine proposed', async () => {
    const page = await screens.open('lan', '/desk');
    await page.getByLabel('Số điện thoại').waitFor();
    const phone = aPhone();
    // The field has the focus: the agent types as soon as the caller speaks.
    await page.keyboard.type(phone);
    await page.getByText('Gọi lần đầu').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type(WORDS);
    await page.keyboard.press('Tab');
    await page.keyboard.type('phường Lái Thiêu, Thuận An');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Nguyễn Thị Hoa');
    await page.getByRole('button', { name: 'Chuyển 2 đơn vị' }).waitFor();
    // What appeared meanwhile took the focus from nobody.
    await page.getByLabel('Họ tên người gọi').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await sent(page).waitFor();
    await page.getByText('Đã chuyển đơn vị xử lý.').waitFor();
    expect(await page.getByLabel('Nội dung').inputValue()).toBe('');
    expect(await casesOf(phone)).toBe(1);
    await page.keyboard.type(phone);
    await page.getByRole('button', { name: 'Dùng tên Nguyễn Thị Hoa · Alt+T' }).waitFor();
    await page.keyboard.press('Alt+t');
    expect(await page.getByLabel('Họ tên người gọi').inputValue()).toBe('Nguyễn Thị Hoa');
    await page.getByText('Nguyễn Thị Hoa · 1 vụ việc trước đây').waitFor();
    await page.context().close();
  });

  it('is answered at once in the same form', async () => {
    const page = await screens.open('lan', '/desk');
    await type(page, aPhone());
    await page.getByText('Hạn trả lời').waitFor();
    await page.keyboard.press('Alt+a');
    await page.getByLabel('Câu trả lời').fill('Dạ, đội sửa đường đã nhận và vá trong hôm nay.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Đã trả lời.').waitFor();
    await page.context().close();
  });

  it('that has come in already follows the first report', async () => {
    const page = await screens.open('lan', '/desk');
    await type(page, aPhone());
    await page.getByLabel('Nơi xảy ra').fill('phường Lái Thiêu, Thuận An');
    await page
      .getByRole('button', { name: /^Gộp vào/ })
      .first()
      .waitFor();
    await page.keyboard.press('Alt+g');
    await page.getByRole('button', { name: /^Ghi nhận và gộp vào/ }).click();
    await page.getByText('Đã gộp vào vụ việc trùng.').waitFor();
    await page.context().close();
  });

  it('is still there after a reload, letter for letter', async () => {
    const page = await screens.open('lan', '/desk');
    const words = 'Nước ngập 😀 <script>alert(1)</script> '.normalize('NFD');
    await page.getByLabel('Số điện thoại').fill('0912');
    await page.getByLabel('Nội dung').fill(words);
    await page.reload();
    expect(await page.getByLabel('Nội dung').inputValue()).toBe(words);
    expect(await page.getByLabel('Số điện thoại').inputValue()).toBe('0912');
    await page.context().close();
  });

  it('that is too long says so, and keeps every letter', async () => {
    const page = await screens.open('lan', '/desk');
    await page.getByLabel('Nội dung').fill('ngập '.repeat(20_000));
    await page.getByText(/Dài quá 20\.000 ký tự/).waitFor();
    await page.getByLabel('Họ tên người gọi').fill('a'.repeat(110));
    await page.getByText('Còn 10 ký tự.').waitFor();
    await page.getByLabel('Họ tên người gọi').pressSequentially('b'.repeat(12));
    await page.getByText('Đã đủ 120 ký tự: phần gõ thêm không được nhận.').waitFor();
    expect((await page.getByLabel('Nội dung').inputValue()).length).toBe(100_000);
    expect(await page.getByRole('button', { name: 'Ghi nhận, chờ phân loại' }).isDisabled()).toBe(
      true,
    );
    await page.context().close();
  });
});

describe('a lost connection', () => {
  it('keeps a finished call, and sends it when the network is back', async () => {
    const page = await screens.open('lan', '/desk');
    const phone = aPhone();
    await page.getByLabel('Số điện thoại').waitFor();
    await page.context().setOffline(true);
    await page.getByText(/Mất kết nối/).waitFor();
    await type(page, phone);
    await page.keyboard.press('Alt+l');
    await page.getByText('1 cuộc gọi được giữ trên máy này').waitFor();
    expect(await casesOf(phone)).toBe(0);
    await page.context().setOffline(false);
    await sent(page).waitFor();
    expect(await casesOf(phone)).toBe(1);
    await page.context().close();
  });

  it('in which the answer was lost makes one case of two tries', async () => {
    const page = await screens.open('lan', '/desk');
    const phone = aPhone();
    let tries = 0;
    await page.route('**/v1/desk/cases', async (route) => {
      if (route.request().method() !== 'POST' || (tries += 1) > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await type(page, phone);
    await page.keyboard.press('Alt+l');
    await sent(page).waitFor();
    expect(tries).toBe(2);
    expect(await casesOf(phone)).toBe(1);
    await page.context().close();
  });

  it('gives a call back that the API refuses', async () => {
    const page = await screens.open('lan', '/desk');
    await type(page, '1022');
    await page.keyboard.press('Alt+l');
    await page.getByText('Chưa gửi được cuộc gọi này:').waitFor();
    await page.getByRole('button', { name: 'Sửa lại' }).click();
    expect(await page.getByLabel('Nội dung').inputValue()).toBe(WORDS);
    const phone = aPhone();
    await page.getByLabel('Số điện thoại').fill(phone);
    await page.keyboard.press('Alt+l');
    await sent(page).waitFor();
    expect(await casesOf(phone)).toBe(1);
    await page.context().close();
  });

  it('of the session signs in beside the form, and goes on', async () => {
    const page = await screens.open('lan', '/desk');
    const phone = aPhone();
    await page.getByLabel('Số điện thoại').waitFor();
    let isEnded = true;
    const refuse = (path: string, status: number) =>
      page.route(path, (route) =>
        isEnded ? route.fulfill({ status, json: { error: 'invalid_grant' } }) : route.continue(),
      );
    await refuse('**/v1/**', 401);
    await refuse('**/oidc/oauth2/token', 400);
    await type(page, phone);
    await page.keyboard.press('Alt+l');
    const again = page.getByRole('button', { name: 'Đăng nhập lại' });
    await again.waitFor();
    isEnded = false;
    await again.click();
    await sent(page).waitFor();
    await again.waitFor({ state: 'hidden' });
    expect(await casesOf(phone)).toBe(1);
    await page.context().close();
  });
});

describe('the queue', () => {
  it('counts the hand-off down, in the title too, and opens a case by the keyboard', async () => {
    const page = await screens.open('lan', '/desk');
    await type(page, aPhone());
    await page.keyboard.press('Alt+l');
    await sent(page).waitFor();
    await expect
      .poll(() => page.title())
      .toMatch(/^(0[0-4]:\d\d|▲ \d\d:\d\d quá) · Trực tổng đài · 1022$/);
    await page.evaluate('document.activeElement.blur()');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/cases/*');
    await page.context().close();
  });

  it('draws what fits on the screen, of 5,000 cases', async () => {
    const page = await screens.open('lan', '/desk');
    await serveALongQueue(page, 5_000);
    const rows = page.locator('[data-queue-row]');
    await rows.first().getByText('Vụ việc số 0').waitFor();
    await rows.first().hover();
    const last = page.getByText('Vụ việc số 4999');
    // The next pages come as the end comes near.
    const scrolled = async (): Promise<boolean> => {
      await page.mouse.wheel(0, 1_000_000);
      return last.isVisible();
    };
    await expect.poll(scrolled, { timeout: SCROLL_MS }).toBe(true);
    expect(await rows.count()).toBeLessThan(60);
    await page.context().close();
  });
});

/** Cases of the long queue that come at once. */
const PAGE = 100;
/** Fifty pages, one after the other. */
const SCROLL_MS = 60_000;

async function serveALongQueue(page: Page, length: number): Promise<void> {
  const row = (index: number) => ({
    caseId: `a${String(index).padStart(25, '2')}`.slice(0, 26),
    trackingCode: 'X',
    version: 1,
    status: 'received',
    class: null,
    serviceCode: null,
    areaCode: null,
    channel: 'zalo',
    priority: 'normal',
    receivedAt: '2026-11-28T00:00:00.000Z',
    summary: `Vụ việc số ${index}`,
    dueAt: '2026-11-28T00:05:00.000Z',
    dueAtLocal: '2026-11-28T07:05:00+07:00',
    atRiskAt: null,
    state: 'missed',
    usedMs: 600_000,
    leftMs: -300_000,
    pausedMs: 0,
    why: { name: 'Quá hạn 5 phút.', nameEn: '5 minutes late.' },
    as: 'lead',
    partStatus: null,
  });
  await page.route('**/v1/desk/cases?*', (route) => {
    const from = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0);
    const until = Math.min(length, from + PAGE);
    const cases = Array.from({ length: until - from }, (_, index) => row(from + index));
    return route.fulfill({ json: { cases, next: until < length ? String(until) : null } });
  });
  await page.reload();
}
