import { afterAll, beforeAll, describe, it } from 'vitest';
import {
  expectAccessible,
  expectToFit,
  LOOKS,
  type Screens,
  startScreens,
} from '../support/browser.ts';
import { people } from '../support/life-of-a-case.ts';

let screens: Screens;
let caseId: string;
beforeAll(async () => {
  screens = await startScreens();
  const { log, desk } = people((call) => screens.hotline.call(call));
  await log({ channel: 'zalo', description: 'Rác chưa được thu gom.' });
  ({ caseId } = await desk(await log(), 'route', {}));
});
afterAll(() => screens.close());

describe.each(LOOKS)('on a $size in $language, $scheme', (look) => {
  it('the desk is accessible and fits', async () => {
    const page = await screens.open('lan', '/desk', look);
    const [phone, words] =
      look.language === 'vi' ? ['Số điện thoại', 'Nội dung'] : ['Phone number', 'What is said'];
    await page.getByLabel(phone).fill('0912 345 678');
    await page.getByLabel(words).fill('Đèn đường ở phường Lái Thiêu, Thuận An tắt cả tuần nay.');
    await page.getByText(look.language === 'vi' ? 'Hạn trả lời' : 'Answer due').waitFor();
    await expectToFit(page);
    await expectAccessible(page);
    await page.context().close();
  });

  it('a case is accessible and fits', async () => {
    const page = await screens.open('officer.ta', `/cases/${caseId}`, look);
    await page.getByRole('log').waitFor();
    await page.keyboard.press('r');
    await page.getByText(/\((3|4|5|6|7|8|9)\)$/).click();
    await expectToFit(page);
    await expectAccessible(page);
    await page.context().close();
  });
});
