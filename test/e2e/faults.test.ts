import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Screens, startScreens } from '../support/browser.ts';
import { type ChangedCase, people } from '../support/life-of-a-case.ts';

let screens: Screens;
/** One window for each of them: signing in is none of what is looked at here. */
let agent: Page;
let officer: Page;
beforeAll(async () => {
  screens = await startScreens();
  agent = await screens.open('lan', '/desk');
  officer = await screens.open('officer.ta', '/department');
});
afterAll(() => screens.close());

const hands = () => people((call) => screens.hotline.call(call));
const caseInWork = async (): Promise<ChangedCase> => {
  const { log, desk, department } = hands();
  return department('officer.ta', await desk(await log(), 'route', {}), 'accept');
};
const historyOf = async ({ caseId }: ChangedCase): Promise<string[]> => {
  const path = `/v1/desk/cases/${caseId}`;
  const { body } = await screens.hotline.call({ method: 'GET', path, as: 'lan' });
  const { history } = body as { history: { event: { type: string } }[] };
  return history.map(({ event }) => event.type);
};

/** What every request of this window comes to until it is called back. */
async function meanwhile(page: Page, path: string, happens: (route: Route) => Promise<unknown>) {
  await page.route(path, happens);
  return () => page.unroute(path, happens);
}
const nobodyAnswers = (route: Route) => route.abort();
const fails = (route: Route) => route.fulfill({ status: 503, json: { message: 'unavailable' } });

/** The officer writes a note on the case. */
async function note(current: ChangedCase, text: string) {
  await officer.goto(`/cases/${current.caseId}`);
  await officer.getByRole('log').waitFor();
  await officer.keyboard.press('n');
  const field = officer.getByLabel('Ghi chú: nội dung');
  await field.fill(text);
  return field;
}
const noted = () => officer.getByText('Đã làm: Ghi chú.');

describe('a server that is down', () => {
  it('gets a call when it is up again, once', async () => {
    await agent.goto('/desk');
    await agent.getByLabel('Số điện thoại').fill('0912 000 901');
    await agent.getByLabel('Nội dung').fill('Đèn đường tắt cả tuần nay.');
    const back = await meanwhile(agent, '**/v1/desk/cases', fails);
    await agent.keyboard.press('Alt+l');
    await agent.getByText('1 cuộc gọi được giữ trên máy này').waitFor();
    await back();
    await agent.getByText(/Đã ghi nhận, mã tra cứu/).waitFor();
    const body = { phone: '0912 000 901' };
    const found = await screens.hotline.call({
      ...{ method: 'POST', path: '/v1/desk/searches', as: 'lan', body },
    });
    expect((found.body as { cases: unknown[] }).cases).toHaveLength(1);
  });

  it.each(['/cases/{case}', '/department'])(
    'is asked again on %s when a person says so',
    async (path) => {
      const { caseId, trackingCode } = await caseInWork();
      const back = await meanwhile(officer, '**/v1/department/**', nobodyAnswers);
      await officer.goto(path.replace('{case}', caseId));
      const told = officer.getByRole('alert').filter({ hasText: 'Không kết nối được máy chủ.' });
      await told.first().waitFor();
      await back();
      await told.first().getByRole('button', { name: 'Thử lại' }).click();
      await told.first().waitFor({ state: 'detached' });
      if (path === '/department') await officer.getByRole('tab', { name: /^Đang xử lý/ }).click();
      await officer.getByText(trackingCode).first().waitFor();
    },
  );

  it('loses nothing of what is written on a case', async () => {
    const current = await caseInWork();
    const field = await note(current, 'Đã gọi cho người dân.');
    const back = await meanwhile(officer, '**/note', fails);
    await officer.keyboard.press('Control+Enter');
    await officer.getByRole('alert').waitFor();
    expect(await field.inputValue()).toBe('Đã gọi cho người dân.');
    await back();
    await officer.keyboard.press('Control+Enter');
    await noted().waitFor();
  });
});

it('a session that ends while a case is worked on begins again beside it', async () => {
  const current = await caseInWork();
  const field = await note(current, 'Đang viết thì hết phiên.');
  let isEnded = true;
  const refuse = (status: number) => (route: Route) =>
    isEnded ? route.fulfill({ status, json: { error: 'invalid_grant' } }) : route.continue();
  await officer.route('**/v1/**', refuse(401));
  await officer.route('**/oidc/oauth2/token', refuse(400));
  await officer.keyboard.press('Control+Enter');
  const again = officer.getByRole('button', { name: 'Đăng nhập lại' });
  await again.waitFor();
  expect(await field.inputValue()).toBe('Đang viết thì hết phiên.');
  isEnded = false;
  await again.click();
  await noted().waitFor();
  await again.waitFor({ state: 'hidden' });
  await officer.unrouteAll();
  expect((await historyOf(current)).filter((type) => type === 'NoteAdded')).toHaveLength(1);
});

it('a slow network shows that something is on its way, and sends it once', async () => {
  const current = await caseInWork();
  await note(current, 'Gửi qua mạng chậm.');
  let sendings = 0;
  let go = (): void => undefined;
  const gone = new Promise<void>((resolve) => {
    go = resolve;
  });
  const back = await meanwhile(officer, '**/note', async (route) => {
    sendings += 1;
    await gone;
    await route.continue();
  });
  await officer.keyboard.press('Control+Enter');
  await officer.locator('button[data-loading="true"]').waitFor();
  await officer.keyboard.press('Control+Enter');
  go();
  await noted().waitFor();
  await back();
  expect(sendings).toBe(1);
});

describe('what the API refuses is told at its field', () => {
  it('a deadline on a Sunday night', async () => {
    await officer.goto(`/cases/${(await caseInWork()).caseId}`);
    await officer.getByRole('log').waitFor();
    await officer.keyboard.press('e');
    const date = officer.getByLabel('Hạn mới');
    await date.fill('2027-03-07T03:00');
    const why = officer.getByLabel('Gia hạn: nội dung');
    await why.fill('Chờ vật tư.');
    await officer.keyboard.press('Control+Enter');
    await officer.getByText('Hạn mới phải nằm trong giờ làm việc.').first().waitFor();
    expect(await date.getAttribute('aria-invalid')).toBe('true');
    expect(await why.inputValue()).toBe('Chờ vật tư.');
  });

  it('a number from which nobody calls', async () => {
    await agent.goto('/desk');
    const phone = agent.getByLabel('Số điện thoại');
    await phone.fill('1022');
    await agent.getByLabel('Nội dung').fill('Cây đổ chắn đường.');
    await agent.keyboard.press('Alt+l');
    await agent.getByRole('button', { name: 'Sửa lại' }).click();
    await agent.getByText('Đây là số dịch vụ ngắn, không phải số của người gọi.').waitFor();
    expect(await phone.getAttribute('aria-invalid')).toBe('true');
    expect(await agent.getByLabel('Nội dung').inputValue()).toBe('Cây đổ chắn đường.');
    await phone.fill('0912 000 902');
    await agent.getByText('Đây là số dịch vụ ngắn').waitFor({ state: 'detached' });
    await agent.keyboard.press('Alt+x');
  });
});

const PASTED = 'dài '.repeat(25_000);

describe('a paste of 100,000 letters', () => {
  it('into an answer at the desk keeps every letter and says what is too much', async () => {
    await agent.goto('/desk');
    await agent.getByLabel('Nội dung').fill('Hỏi giờ làm việc.');
    await agent.keyboard.press('Alt+a');
    const answer = agent.getByLabel('Câu trả lời');
    await answer.fill(PASTED);
    await agent.getByText(/Dài quá 20\.000 ký tự/).waitFor();
    expect(await answer.inputValue()).toBe(PASTED);
    expect(await agent.getByRole('button', { name: 'Trả lời và kết thúc' }).isDisabled()).toBe(
      true,
    );
    await answer.fill('Từ 7 giờ 30.');
    await agent.getByText(/Dài quá 20\.000 ký tự/).waitFor({ state: 'detached' });
    await agent.keyboard.press('Alt+x');
  });

  it('into a note keeps every letter and says what is too much', async () => {
    const field = await note(await caseInWork(), PASTED);
    await officer.getByText(/Dài quá 4\.000 ký tự/).waitFor();
    expect(await field.inputValue()).toBe(PASTED);
    await officer.reload();
    expect(await field.inputValue()).toBe(PASTED);
    await field.fill('Ngắn thôi.');
    await officer.keyboard.press('Control+Enter');
    await noted().waitFor();
  });
});

it('words in any form are shown and found as they are read, and what looks like a script is text', async () => {
  const summary = 'Ngập nước 😀 <b onload="x()">đường Hoà</b>';
  await agent.goto('/desk');
  await agent.getByLabel('Số điện thoại').fill('0912 000 903');
  await agent.getByLabel('Nội dung').fill('Đường ngập từ tối qua.'.normalize('NFD'));
  await agent.getByLabel('Nơi xảy ra').fill('phường Lái Thiêu, Thuận An');
  await agent.getByLabel('Tóm tắt cho danh sách').fill(summary.normalize('NFD'));
  await agent.getByRole('button', { name: /^Chuyển \d/ }).waitFor();
  await agent.keyboard.press('Control+Enter');
  await agent.getByText('Đã chuyển đơn vị xử lý.').waitFor();

  await officer.goto('/department');
  await officer.getByRole('searchbox').fill('ngập nước 😀'.normalize('NFD'));
  await officer.getByText(summary, { exact: true }).waitFor();
  await officer.getByRole('searchbox').fill('duong hoa');
  await officer.getByText(summary, { exact: true }).click();
  await officer.getByText('Đường ngập từ tối qua.', { exact: true }).waitFor();
});

/** As many words as an answer with its legal basis has at most. */
const LONG = Array.from({ length: 4_000 }, (_, index) =>
  index % 100 === 99 ? `${index}.\n\n` : `từ${index % 10}`,
).join(' ');
/** What four thousand words take on A4; what is cut at the first screen takes one. */
const FEWEST_PAGES = 4;

it('an answer of 4,000 words is printed to its last one, from its page and from beside a list', async () => {
  const current = await caseInWork();
  await hands().department('officer.ta', current, 'answer', {
    text: `${LONG} Hết câu trả lời.`,
    releasedParts: ['SGTVT'],
  });
  for (const path of [`/cases/${current.caseId}`, `/department?open=${current.caseId}`]) {
    await officer.goto(path);
    await officer.getByText(/Hết câu trả lời\.$/).waitFor();
    const file = await officer.pdf({ format: 'A4' });
    const pages = file.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages.length, path).toBeGreaterThanOrEqual(FEWEST_PAGES);
    await officer.emulateMedia({ media: 'print' });
    // Neither beside the sheet nor below the end of a frame that scrolls.
    expect(await officer.evaluate(CUT)).toEqual([]);
    expect(await officer.getByRole('button').count()).toBe(0);
    await officer.emulateMedia({ media: null });
  }
});

/** Elements of the page that hide a part of what is in them, but those which nobody shall see. */
const CUT = `[...document.querySelectorAll('main :not(.visually-hidden)')]
  .filter((one) => getComputedStyle(one).overflowY !== 'visible')
  .filter((one) => one.getClientRects().length > 0)
  .filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.className)`;
