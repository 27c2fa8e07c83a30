import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, type Screens, startScreens } from '../support/browser.ts';
import { people } from '../support/life-of-a-case.ts';
import { readDocx, readPdf } from '../support/read-documents.ts';

let screens: Screens;
const OCTOBER = '/figures?from=2026-10-01&to=2026-10-31';

beforeAll(async () => {
  screens = await startScreens();
  const { clock } = screens.hotline.host;
  clock.set(Date.parse('2026-10-06T09:00:00+07:00'));
  const { log, desk, department } = people((call) => screens.hotline.call(call));
  await log();
  const routed = await desk(await log(), 'route', { lead: 'TA', supporting: [] });
  const accepted = await department('officer.ta', routed, 'accept');
  await department('officer.ta', accepted, 'answer', { text: 'Đã vá xong.' });
  clock.set(Date.parse('2026-11-02T09:00:00+07:00'));
  await screens.hotline.settled();
});
afterAll(() => screens.close());

async function openMenu(page: Page, name = 'Tải về'): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('menu').waitFor();
}

/** As everybody gets on with the page. */
async function closeMenu(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'hidden' });
}

async function fetched(page: Page, item: string) {
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: item }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

describe('the official report of a month', () => {
  it('is fetched from the figures of that month, for Word and to be read', async () => {
    const page = await screens.open('quang', OCTOBER);
    await openMenu(page);
    const word = await fetched(page, 'Báo cáo tháng (Word)');
    expect(word.name).toBe('bao-cao-1022-2026-10.docx');
    const document = readDocx(word.bytes);
    expect(document.text).toContain('qua Tổng đài 1022 tháng 10/2026');
    expect(document.text).toContain('Tổng đài tiếp nhận 2 vụ việc');
    expect(Object.keys(document.parts).filter((part) => /charts\/chart\d/.test(part))).not.toEqual(
      [],
    );
    const pdf = await fetched(page, 'Báo cáo tháng (PDF)');
    expect(pdf.name).toBe('bao-cao-1022-2026-10.pdf');
    const read = await readPdf(pdf.bytes);
    expect(read.text).toContain('Tổng đài tiếp nhận 2 vụ việc');
    expect(read.alternatives).not.toEqual([]);
    await closeMenu(page);
    await expectAccessible(page);
  });

  it.each([
    {
      language: 'vi' as const,
      menu: 'Tải về',
      item: 'Báo cáo tháng (Word)',
      why: /trọn một tháng/,
    },
    { language: 'en' as const, menu: 'Download', item: 'Monthly report (PDF)', why: /whole month/ },
  ])('is offered and explained where no whole month is chosen: $language', async (look) => {
    const days = '/figures?from=2026-10-01&to=2026-10-20';
    const page = await screens.open('quang', days, { language: look.language });
    await openMenu(page, look.menu);
    expect(await page.getByRole('menuitem', { name: look.item }).isDisabled()).toBe(true);
    await page.getByText(look.why).waitFor();
    await closeMenu(page);
    await expectAccessible(page);
  });

  it('that cannot be made says why, in the menu', async () => {
    const page = await screens.open('quang', OCTOBER);
    await page.route('**/v1/statistics/monthly-report*', (route) => route.abort());
    await openMenu(page);
    await page.getByRole('menuitem', { name: 'Báo cáo tháng (PDF)' }).click();
    await page.getByRole('menu').getByRole('alert').waitFor();
  });
});
