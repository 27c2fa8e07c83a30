import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, type Look, type Screens, startScreens } from '../support/browser.ts';
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

const looks = (['desk', 'phone'] as const).flatMap((size) =>
  (['vi', 'en'] as const).flatMap((language) =>
    (['light', 'dark'] as const).map((scheme): Look => ({ size, language, scheme })),
  ),
);

/** No page is wider than its window: nothing is cut, nothing must be scrolled sideways. */
async function expectToFit(page: Page): Promise<void> {
  const widths = await page.evaluate(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  );
  const [content, window] = widths as [number, number];
  expect(content).toBeLessThanOrEqual(window);
}

describe.each(looks)('on a $size in $language, $scheme', (look) => {
  it('the desk is accessible and fits', async () => {
    const page = await screens.open('lan', '/desk', look);
    const [phone, words] =
      look.language === 'vi' ? ['Số điện thoại', 'Nội dung'] : ['Phone number', 'What is said'];
    await page.getByLabel(phone).fill('0912 345 678');
    await page.getByLabel(words).fill('Đèn đường trước nhà tắt cả tuần nay, tối thui.');
    await page.getByText(look.language === 'vi' ? 'Hạn trả lời' : 'Answer due').waitFor();
    await expectToFit(page);
    await expectAccessible(page);
    await page.context().close();
  });

  it('a case is accessible and fits', async () => {
    const page = await screens.open('officer.ta', `/cases/${caseId}`, look);
    await page.getByRole('log').waitFor();
    await page.keyboard.press('b');
    await page.getByText(/\((3|4|5|6|7|8|9)\)$/).click();
    await expectToFit(page);
    await expectAccessible(page);
    await page.context().close();
  });
});
