import { afterAll, beforeAll, expect, it } from 'vitest';
import { CallBacksBody } from '../../shared/contracts/desk.ts';
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

/** Somebody who asked by phone and was answered at the desk. */
async function anAnswer(name: string, phone: string): Promise<ChangedCase> {
  const { log, desk } = hands();
  const asked = { serviceCode: undefined, class: 'information', caller: { name, phone } };
  const summary = `${name} hỏi giờ làm việc`;
  return desk(await log(aCall({ ...asked, summary })), 'answer', { text: 'Từ 7 giờ 30.' });
}

const waiting = async () => {
  const path = '/v1/desk/call-backs';
  const { body } = await screens.hotline.call({ method: 'GET', path, as: 'lan' });
  return CallBacksBody.parse(body).callBacks.map(({ caseId }) => caseId);
};
const stateOf = async ({ caseId }: ChangedCase) => {
  const path = `/v1/desk/cases/${caseId}`;
  const { body } = await screens.hotline.call({ method: 'GET', path, as: 'lan' });
  return (body as { case: object }).case;
};

it('citizens are called one after the other, by the keyboard alone', async () => {
  const hoa = await anAnswer('Nguyễn Thị Hoa', '0912 345 671');
  const minh = await anAnswer('Trần Minh', '0912 345 672');
  const lam = await anAnswer('Lê Lâm', '0912 345 673');
  const an = await anAnswer('Võ An', '0912 345 674');
  const page = await screens.open('lan', '/call-backs');
  await page.getByText('Nhấn N để gọi người đầu tiên.').waitFor();

  await page.keyboard.press('n');
  await page.getByRole('heading', { name: 'Nguyễn Thị Hoa' }).waitFor();
  const phone = page.getByRole('link', { name: '0912 345 671' });
  expect(await phone.getAttribute('href')).toBe('tel:+84912345671');
  await page.getByText('Từ 7 giờ 30.').waitFor();
  await page.keyboard.press('1');
  await page.getByText(`Đã ghi ${hoa.trackingCode}: Hài lòng.`).waitFor();

  // The next is on the screen at once; what is asked for more waits for a second key.
  await page.getByRole('heading', { name: 'Trần Minh' }).waitFor();
  await page.keyboard.press('3');
  await page.getByLabel('Vì sao chưa hài lòng').fill('Đến nơi thì đóng cửa.');
  expect(await waiting()).toContain(minh.caseId);
  await page.keyboard.press('Control+Enter');
  await page.getByText(`Đã ghi ${minh.trackingCode}: Không hài lòng.`).waitFor();

  await page.getByRole('heading', { name: 'Lê Lâm' }).waitFor();
  await page.keyboard.press('0');
  await page.getByText(`Đã ghi ${lam.trackingCode}: Không nghe máy.`).waitFor();

  await page.getByRole('heading', { name: 'Võ An' }).waitFor();
  await page.keyboard.press('4');
  const record = page.getByRole('button', { name: 'Ghi: Hẹn gọi lúc khác' });
  expect(await record.isDisabled()).toBe(true);
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Gọi lại lúc').fill(`${tomorrow}T18:00`);
  await page.keyboard.press('Control+Enter');
  await page.getByText('Không còn ai cần gọi lại. Tốt!').waitFor();

  expect(await waiting()).toEqual([]);
  expect(await stateOf(hoa)).toMatchObject({ rounds: [{ judgement: 'satisfied' }] });
  expect(await stateOf(minh)).toMatchObject({ rounds: [{ judgement: 'unsatisfied' }] });
  const again = { round: 1, attempts: 1, againAt: `${tomorrow}T11:00:00.000Z` };
  expect(await stateOf(an)).toMatchObject({ callBacks: again });
  await page.context().close();
});

it('what the citizen said is kept over a reload, and when somebody else was faster', async () => {
  const current = await anAnswer('Phạm Thu', '0912 345 675');
  const page = await screens.open('lan', `/call-backs?case=${current.caseId}`);
  await page.getByRole('heading', { name: 'Phạm Thu' }).waitFor();
  await page.keyboard.press('3');
  const note = page.getByLabel('Vì sao chưa hài lòng');
  await note.fill('Chưa ai đến sửa.');
  await page.reload();
  expect(await note.inputValue()).toBe('Chưa ai đến sửa.');
  await hands().desk(current, 'rate', { round: 1, judgement: 'acceptable' });
  await page.getByText('Vụ việc này không còn chờ đánh giá').waitFor();
  await page.context().close();
});

it('the screen is accessible and fits, with its list and with a talk', async () => {
  const current = await anAnswer('Đỗ Dung', '0912 345 676');
  const page = await screens.open('lan', '/call-backs');
  for (const look of LOOKS) {
    await wear(page, look);
    await page.goto('/call-backs');
    const list = page.getByRole('link', { name: 'Đỗ Dung hỏi giờ làm việc' });
    await list.waitFor();
    await expectToFit(page);
    await expectAccessible(page);
    await list.click();
    await page.getByRole('heading', { name: 'Đỗ Dung' }).waitFor();
    await page.keyboard.press('4');
    await page.locator('input[type="datetime-local"]').waitFor();
    await expectToFit(page);
    await expectAccessible(page);
    await page.keyboard.press('Alt+x');
  }
  expect(await waiting()).toEqual([current.caseId]);
  await page.context().close();
});
