import type { Page } from 'playwright-core';
import readSheets from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HeadlineBody } from '../../shared/contracts/statistics.ts';
import {
  expectAccessible,
  expectToFit,
  LOOKS,
  type Screens,
  startScreens,
  wear,
} from '../support/browser.ts';
import {
  contentOf,
  day,
  days,
  download,
  LATE_MS,
  listedBehind,
  logFigures,
  openBehind,
  reAddedNumbers,
  openedNumbers,
} from '../support/figures-on-screen.ts';

let screens: Screens;
beforeAll(async () => {
  screens = await startScreens();
  await logFigures(screens);
});
afterAll(() => screens.close());

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

/** Figures that are compared with the period before. */
const IN_BOTH = new Set([
  ...['satisfactory', 'forwarded', 'answered', 'judged', 'doneOnTime', 'decided'],
  ...['rightFirst', 'answeredRightFirst', 'handOff', 'resolution'],
  ...['received', 'firstResponse', 'firstResponseElapsed'],
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
        const listed = await listedBehind(screens, query);
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

describe('the cross table', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openFigures();
  });
  afterAll(() => page.context().close());
  const openCross = (search: string) => page.goto(`/figures/cross?${days()}${search}`);
  const table = () => page.getByRole('region', { name: /, cuộn ngang được$/ });

  it('is reached from the figures, of the same days, and from the command bar', async () => {
    await page.getByRole('link', { name: 'Bảng chéo' }).click();
    await table().waitFor();
    expect(new URL(page.url()).search).toBe(`?${days()}`);
    await page.getByText(/Chuyển xử lý trong kỳ, /).waitFor();
    await page.getByText('Thay đổi vào số liệu trong 60 giây.').waitFor();
    await page.getByRole('link', { name: 'Về trang số liệu' }).click();
    await figuresThere(page);
    await page.keyboard.press('Control+k');
    await page.getByLabel('Tìm hoặc ra lệnh').last().fill('bang cheo');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/figures/cross');
  });

  it.each([
    '',
    '&figure=ofForwarded',
    '&rows=agent&columns=priority&figure=judgedOfAnswered',
    '&cohort=received&rows=week&columns=channel&figure=answeredOfReceived',
    '&rows=supporting&columns=group&figure=answered',
  ])('opens as many cases with each number as it says: %j', async (search) => {
    await openCross(search);
    await table().waitFor();
    expect((await reAddedNumbers(screens, page)).length).toBeGreaterThan(3);
  });

  it('is chosen, sorted, kept in the address, and leads to a list that re-adds', async () => {
    await openCross('');
    await page.getByLabel('Cột', { exact: true }).selectOption('channel');
    await page.getByLabel('Con số').selectOption('ofForwarded');
    await page.getByRole('button', { name: 'Đổi hàng và cột' }).click();
    await page.getByRole('button', { name: 'Đổi hàng và cột' }).click();
    const head = table().getByRole('columnheader', { name: 'Đơn vị chủ trì' });
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    await page.reload();
    await table().getByTitle('Dưới 30 vụ').first().waitFor();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    await table()
      .getByRole('link', { name: /^2\. Mở danh sách: Đã chuyển xử lý, UBND thị xã Thuận An, / })
      .first()
      .press('Enter');
    await page.getByText('Danh sách có 2 vụ việc, khớp với con số.').waitFor();
  });

  it('is a file, with the numbers that a rate is made of', async () => {
    await openCross('&figure=ofForwarded');
    await table().waitFor();
    const book = await readSheets(await contentOf(await download(page, 'Excel: mọi bảng')));
    expect(book.map(({ sheet }) => sheet)).toEqual([
      ...['Tỷ lệ phản hồi đạt yêu cầu', 'Đạt yêu cầu', 'Đã chuyển xử lý', 'Mọi con số'],
    ]);
    expect(book[2]?.data.at(-1)?.at(-1)).toBe(4);
  });

  it('says why it is refused, and that there is nothing', async () => {
    await openCross('&rows=class&columns=class');
    await page.getByRole('alert').getByText('Hàng và cột của bảng phải khác nhau.').waitFor();
    await page.goto('/figures/cross?from=2020-01-01&to=2021-01-31&rows=day');
    await page
      .getByRole('alert')
      .getByText(/nhiều bước hơn mức cho phép/)
      .waitFor();
    await page.goto('/figures/cross?from=2020-01-01&to=2020-01-31');
    await page.getByText('Không có vụ việc nào trong kỳ này.').waitFor();
  });

  it('does not offer agents to who does not lead them, and says who may see them', async () => {
    const officers = await screens.open('officer.ta', `/figures/cross?${days()}&rows=agent`);
    await officers
      .getByRole('alert')
      .getByText('Chỉ giám sát và lãnh đạo được xem số liệu theo từng nhân viên.')
      .waitFor();
    await officers.context().close();
  });
});

describe('what happened in the period', () => {
  it('is told apart from the cohorts, by line, and each number opens its cases', async () => {
    const page = await openFigures();
    const activity = page.getByRole('region', { name: '2 lượt trả lời trong kỳ' });
    await activity.getByText(/Đếm lượt, không đếm vụ/).waitFor();
    await activity.getByRole('link', { name: /^Xem theo/ }).click();
    await page.getByRole('region', { name: /^Diễn biến trong kỳ/ }).waitFor();
    const numbers = await reAddedNumbers(screens, page);
    expect(new Set(numbers.map(({ query }) => query.get('figure')))).toEqual(
      new Set([
        ...['answersGiven', 'judgementsGiven', 'judgedSatisfied', 'judgedUnsatisfied'],
        ...['returnsMade', 'closures'],
      ]),
    );
    await page.getByLabel('Chia theo').selectOption('channel');
    await page.getByRole('rowheader', { name: 'Điện thoại' }).waitFor();
    expect(new URL(page.url()).searchParams.get('by')).toBe('channel');
    await page.getByRole('link', { name: '2. Mở danh sách: Lượt trả lại trong kỳ, Cộng' }).click();
    await page.getByText(/^Danh sách có \d vụ việc với 2 lượt, khớp với con số\.$/).waitFor();
    await page.context().close();
  });
});

describe('the backlog', () => {
  it('of now is told by age and department, the oldest too, and each number opens its cases', async () => {
    const page = await openFigures();
    const backlog = page.getByRole('region', { name: /^\d+ vụ việc đang tồn đọng$/ });
    await backlog.getByText('Lúc này, không theo kỳ báo cáo.').waitFor();
    await backlog.getByRole('button', { name: 'Lâu nhất' }).waitFor();
    await backlog.getByRole('link', { name: 'Xem theo đơn vị' }).click();
    const table = page.getByRole('region', { name: /^Tồn đọng theo đơn vị/ });
    const head = table.getByRole('columnheader', { name: 'Đơn vị chủ trì' });
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    const opened = await table.getByRole('link').all();
    const open = await Promise.all(opened.map((link) => link.getAttribute('href')));
    for (const href of open) {
      const search = new URL(href ?? '', page.url()).searchParams;
      expect([href, await openBehind(screens, search)]).toEqual([href, search.get('count')]);
    }
    await table.getByRole('link', { name: '1. Mở danh sách: Tồn đọng, Sở Xây dựng' }).click();
    await page.getByText('Danh sách có 1 vụ việc, khớp với con số.').waitFor();
    await page.getByRole('heading', { name: 'Vụ việc tồn đọng · Sở Xây dựng' }).waitFor();
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.waitForURL('**/cases/*');
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
    for (const below of [
      `cases?figure=due&${days()}&count=3`,
      `cross?${days()}&rows=service`,
      `activity?${days()}`,
      'backlog',
      'backlog/cases',
    ]) {
      await page.goto(`/figures/${below}`);
      await page.getByRole('row').nth(1).waitFor();
      await expectAccessible(page);
      await expectToFit(page);
    }
  }
  await page.context().close();
});
