import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import readSheets from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FigureCasesBody } from '../../shared/contracts/figure-cases.ts';
import { HeadlineBody } from '../../shared/contracts/statistics.ts';
import { expectAccessible, LOOKS, type Screens, startScreens, wear } from '../support/browser.ts';
import { aCall, people } from '../support/life-of-a-case.ts';

let screens: Screens;
/** So long ago was everything logged: what was not answered is overdue now. */
const LATE_MS = 20 * 86_400_000;
beforeAll(async () => {
  screens = await startScreens();
  const { clock } = screens.hotline.host;
  const { log, desk, department } = people((call) => screens.hotline.call(call));
  const judged = async (judgement: string): Promise<void> => {
    const routed = await desk(await log(), 'route', { lead: 'TA', supporting: [] });
    const accepted = await department('officer.ta', routed, 'accept');
    const answer = { text: 'Đã vá xong.' };
    const { trackingCode } = await department('officer.ta', accepted, 'answer', answer);
    const path = `/v1/citizen/cases/${trackingCode}/rate`;
    await screens.hotline.call({ method: 'POST', path, body: { round: 1, judgement } });
  };
  // In the period before.
  clock.set(Date.now() - 2 * LATE_MS);
  await judged('acceptable');
  clock.set(Date.now() - LATE_MS);
  await log(aCall({ serviceCode: undefined, class: 'information', channel: 'zalo' }));
  await log(aCall({ summary: '=HYPERLINK("http://evil.example")', channel: 'zalo' }));
  await desk(await log(), 'route', { lead: 'SXD', supporting: ['SGTVT'] });
  const refused = await desk(await log(), 'route', { lead: 'TA', supporting: [] });
  const back = await department('officer.ta', refused, 'return', {
    ...{ reason: 'wrong_department', text: 'Đường tỉnh, thuộc Sở Giao thông.', proposed: 'SGTVT' },
  });
  const again = await desk(back, 'route', { lead: 'SGTVT', supporting: [] });
  await department('officer.sgtvt', again, 'return', {
    ...{ reason: 'wrong_department', text: 'Đoạn này thành phố quản lý.' },
  });
  for (const judgement of ['satisfied', 'unsatisfied']) await judged(judgement);
  clock.set(Date.now());
  await screens.hotline.settled();
});
afterAll(() => screens.close());

const PROVINCE = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });
const day = (msAgo: number): string => PROVINCE.format(new Date(Date.now() - msAgo));
const days = (): string => `from=${day(1.2 * LATE_MS)}&to=${day(0)}`;

async function openFigures(search = '', person = 'quang'): Promise<Page> {
  const page = await screens.open(person, `/figures?${days()}${search}`);
  await figuresThere(page);
  return page;
}

async function figuresThere(page: Page): Promise<void> {
  await page.getByRole('region', { name: /Bảng đơn vị|Table of departments/ }).waitFor();
  await page
    .getByRole('img', { name: /^8 (tuần|weeks): 0/ })
    .first()
    .waitFor();
}

/** The numbers of the page, and the addresses that they open. */
async function openedNumbers(page: Page): Promise<{ text: string; query: URLSearchParams }[]> {
  const found = await page.evaluate<[string, string][]>(
    `[...document.querySelectorAll('main a[href^="/figures/cases"]')].map((link) => [link.textContent, link.getAttribute('href')])`,
  );
  return found.map(([text, href]) => ({ text, query: new URL(href, page.url()).searchParams }));
}

/** How much the cases behind an address add up to, as the API lists them. */
async function listedBehind(query: URLSearchParams): Promise<number> {
  const search = new URLSearchParams();
  for (const [name, value] of query) {
    // The router writes a code of digits with quotes, so that it stays a text.
    if (name !== 'count') search.set(name, value.replaceAll('"', ''));
  }
  const path = `/v1/statistics/cases?${search.toString()}&limit=100`;
  const { body } = await screens.hotline.call({ method: 'GET', path, as: 'quang' });
  const { cases, next } = FigureCasesBody.parse(body);
  expect(next).toBeNull();
  return cases.reduce((sum, { times }) => sum + times, 0);
}

/** Figures that are compared with the period before. */
const IN_BOTH = new Set([
  ...['satisfactory', 'forwarded', 'answered', 'judged', 'doneOnTime', 'decided'],
  ...['rightFirst', 'answeredRightFirst', 'handOff', 'resolution'],
]);

describe('every number of the page', () => {
  it.each(['', '&view=table', '&view=table&by=channel&step=month'])(
    'opens as many cases as it says, in both periods, with %j',
    async (search) => {
      const page = await openFigures(search);
      const numbers = await openedNumbers(page);
      const figures = new Set(numbers.map(({ query }) => query.get('figure')));
      for (const figure of [
        ...['received', 'incidents', 'forwarded', 'answered', 'satisfactory', 'judged'],
        ...['satisfied', 'unsatisfied', 'due', 'doneOnTime', 'decided', 'openOverdue'],
        ...['handOff', 'resolution', 'rightFirst', 'answeredRightFirst', 'returned', 'refused'],
        ...['returns', 'returns.wrong_department'],
      ]) {
        expect(figures, figure).toContain(figure);
      }
      const before = numbers.filter(({ query }) => (query.get('to') ?? '') < day(1.2 * LATE_MS));
      expect(new Set(before.map(({ query }) => query.get('figure')))).toEqual(IN_BOTH);
      const asked = new Map(numbers.map((one) => [one.query.toString(), one]));
      for (const { text, query } of asked.values()) {
        const listed = await listedBehind(query);
        expect(`${query.toString()}: ${listed}`).toBe(
          `${query.toString()}: ${query.get('count') ?? ''}`,
        );
        expect(text).toContain(String(listed));
      }
      await page.context().close();
    },
  );

  it('of returns opens cases, each as often as it was returned', async () => {
    const page = await openFigures();
    const routing = page.getByRole('region', { name: /chuyển đúng/ });
    await routing.getByRole('link', { name: /^2\. Mở danh sách: Lượt trả lại$/ }).click();
    await page.getByText('Danh sách có 1 vụ việc với 2 lượt trả lại, khớp với con số.').waitFor();
    await page.getByRole('cell', { name: /· 2 lượt$/ }).waitFor();
    await page.context().close();
  });

  it('shows them, says that they add up, and leads to each', async () => {
    const page = await openFigures();
    await page
      .getByRole('link', { name: /^4\. Mở danh sách: Đã chuyển xử lý$/ })
      .first()
      .click();
    await page.getByText('Danh sách có 4 vụ việc, khớp với con số.').waitFor();
    expect(await page.getByRole('row').count()).toBe(5);
    await page.getByRole('heading', { name: /^Đã chuyển xử lý · / }).waitFor();
    await page.goBack();
    await page.getByRole('region', { name: 'Bảng đơn vị, cuộn ngang được' }).waitFor();
    await page.goForward();
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.waitForURL('**/cases/*');
    await page.context().close();
  });

  it('that has changed since says so', async () => {
    const page = await screens.open('quang', `/figures/cases?figure=forwarded&${days()}&count=3`);
    await page.getByText(/^Danh sách có 4 vụ việc, con số lúc mở là 3/).waitFor();
    await page.context().close();
  });

  it('is plain where the reader may not open it: an officer opens the own department', async () => {
    const page = await openFigures('', 'officer.ta');
    const lines = (await openedNumbers(page)).map(({ query }) => query.get('department'));
    expect(new Set(lines)).toEqual(new Set(['TA']));
    await page.context().close();
  });
});

describe('a manager', () => {
  it('reads the rate, its parts, and what they mean', async () => {
    const page = await openFigures();
    const rate = page.getByRole('region', { name: 'Tỷ lệ phản hồi đạt yêu cầu' });
    await rate.getByText('25,0%').first().waitFor();
    await rate.getByRole('button', { name: 'Trên đã trả lời' }).click();
    await page.getByText('docs/glossary.md#ofanswered').waitFor();
    await page.context().close();
  });

  it('compares with the period before, or not, and finds the choice in the address', async () => {
    const page = await openFigures();
    await page
      .getByText(/^So với \d/)
      .first()
      .waitFor();
    await page.getByLabel('So với kỳ trước').click();
    await page
      .getByText(/^So với \d/)
      .first()
      .waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('compare')).toBe('none');
    await page.reload();
    expect(await page.getByLabel('So với kỳ trước').isChecked()).toBe(false);
    await page.getByLabel('Kỳ báo cáo').selectOption('thisWeek');
    await page.getByText('Chưa có vụ việc nào được chuyển trong kỳ, nên chưa có tỷ lệ.').waitFor();
    expect(new URL(page.url()).searchParams.get('from')).not.toBe(day(1.2 * LATE_MS));
    await page.context().close();
  });

  it('sorts the departments, of which the small ones are marked', async () => {
    const page = await openFigures();
    const table = page.getByRole('region', { name: 'Bảng đơn vị, cuộn ngang được' });
    const first = table.getByRole('row').nth(1);
    expect(await first.textContent()).toContain('Thuận An');
    expect(await first.getByTitle('Dưới 30 vụ: không xếp hạng').count()).toBe(1);
    const head = table.getByRole('columnheader', { name: 'Trả lại' });
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    await table.getByRole('columnheader', { name: 'Đơn vị' }).getByRole('button').click();
    expect(new URL(page.url()).search).toContain('sort=name&up=true');
    expect(await first.textContent()).toContain('Ban An toàn giao thông');
    expect(await table.getByRole('row').count()).toBeGreaterThanOrEqual(48);
    await page.context().close();
  });

  it('turns charts into tables and back by one key', async () => {
    const page = await openFigures();
    await page.locator('body').press('t');
    await page.getByRole('region', { name: 'Theo thời gian' }).waitFor();
    await page.locator('body').press('t');
    await page.getByRole('group', { name: 'Bản đồ địa bàn' }).waitFor();
    await page.context().close();
  });

  it('is told of a failure, and tries again', async () => {
    const page = await screens.open('quang', '/cases/none');
    let isDown = true;
    await page.route('**/v1/statistics/deadlines*', (route) =>
      isDown ? route.fulfill({ status: 500, json: {} }) : route.continue(),
    );
    await page.goto(`/figures?${days()}`);
    const again = page.getByRole('button', { name: 'Thử lại' }).first();
    await again.waitFor();
    isDown = false;
    await again.click();
    await page.getByRole('button', { name: 'Tỷ lệ đúng hạn' }).waitFor();
    await page.context().close();
  });
});

describe('a file', () => {
  it('holds what is shown, as a workbook and as CSV', async () => {
    const page = await openFigures();
    const book = await readSheets(await contentOf(await download(page, 'Excel: mọi bảng')));
    expect(book.map(({ sheet }) => sheet)).toEqual([
      ...['Tổng hợp', 'Theo thời gian', 'Đơn vị', 'Địa bàn'],
    ]);
    const { body } = await screens.hotline.call({
      ...{ method: 'GET', path: `/v1/statistics/headline?${days()}&by=department`, as: 'quang' },
    });
    const { total, rows } = HeadlineBody.parse(body);
    const rate = book[0]?.data.find(([name]) => name === 'Tỷ lệ phản hồi đạt yêu cầu');
    expect(rate?.slice(1, 4)).toEqual([0.25, 1, 4]);
    expect(rate?.[1]).toBe(total.satisfaction.ofForwarded.rate);
    const forwarded = book[2]?.data.slice(1).map((line) => Number(line[1])) ?? [];
    expect(forwarded.reduce((sum, count) => sum + count, 0)).toBe(total.counts.forwarded);
    expect(forwarded.length).toBeGreaterThanOrEqual(rows.length - 1);
    const csv = String(await contentOf(await download(page, 'CSV: Đơn vị')));
    expect(csv.split('\r\n')[1]).toMatch(
      /^"UBND thị xã Thuận An",2,2,1,0\.5,0\.0945,0\.9055,1,0,1,2,2,0,1$/,
    );
    await page.context().close();
  });

  it('of a list keeps what citizens wrote as text', async () => {
    const page = await screens.open('quang', `/figures/cases?figure=received&${days()}&count=6`);
    await page.getByText(/khớp với con số/).waitFor();
    const file = await download(page, /^CSV: Tiếp nhận/);
    const csv = String(await contentOf(file));
    expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(7);
    await page.context().close();
  });
});

async function download(page: Page, item: string | RegExp): Promise<Download> {
  await page.getByRole('button', { name: 'Tải về' }).click();
  const waited = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: item }).click();
  return waited;
}

const contentOf = async (file: Download): Promise<Buffer> => readFile(await file.path());

/** By how many pixels the page is wider than its window. */
const TOO_WIDE = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
/** The smallest window that the screens are made for, and the largest. */
const EXTREMES = [
  { width: 360, height: 740 },
  { width: 3_840, height: 2_160 },
] as const;

it('the figures and their lists are accessible and fit, in every look', async () => {
  const page = await openFigures();
  for (const look of LOOKS) {
    for (const view of ['', '&view=table']) {
      await wear(page, look);
      await page.goto(`/figures?${days()}${view}`);
      await figuresThere(page);
      await expectAccessible(page);
      for (const size of EXTREMES) {
        await page.setViewportSize(size);
        // The chart follows a moment after its window.
        await expect.poll(() => page.evaluate(TOO_WIDE)).toBe(0);
      }
    }
    await page.goto(`/figures/cases?figure=due&${days()}&count=3`);
    await page.getByRole('row').nth(1).waitFor();
    await expectAccessible(page);
  }
  await page.context().close();
});
