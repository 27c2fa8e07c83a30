import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { expect } from 'vitest';
import { BacklogCasesBody } from '../../shared/contracts/backlog.ts';
import { FigureCasesBody } from '../../shared/contracts/figure-cases.ts';
import type { Screens } from './browser.ts';
import { aCall, people } from './life-of-a-case.ts';

/** So long ago was everything logged: what was not answered is overdue now. */
export const LATE_MS = 20 * 86_400_000;

/** Nine cases in two periods, one of each kind of what the figures tell apart. */
export async function logFigures({ hotline }: Screens): Promise<void> {
  const { clock } = hotline.host;
  const { log, desk, department } = people((call) => hotline.call(call));
  const judged = async (judgement: string): Promise<void> => {
    const routed = await desk(await log(), 'route', { lead: 'TA', supporting: [] });
    const accepted = await department('officer.ta', routed, 'accept');
    const answer = { text: 'Đã vá xong.' };
    const { trackingCode } = await department('officer.ta', accepted, 'answer', answer);
    const path = `/v1/citizen/cases/${trackingCode}/rate`;
    await hotline.call({ method: 'POST', path, body: { round: 1, judgement } });
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
  await hotline.settled();
}

const PROVINCE = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });
export const day = (msAgo: number): string => PROVINCE.format(new Date(Date.now() - msAgo));
/** The period of most of them. */
export const days = (): string => `from=${day(1.2 * LATE_MS)}&to=${day(0)}`;

interface OpenedNumber {
  readonly text: string;
  readonly query: URLSearchParams;
}

/** The numbers of the page, and the addresses that they open. */
export async function openedNumbers(page: Page): Promise<OpenedNumber[]> {
  const found = await page.evaluate<[string, string][]>(
    `[...document.querySelectorAll('main a[href^="/figures/cases"]')].map((link) => [link.textContent, link.getAttribute('href')])`,
  );
  return found.map(([text, href]) => ({ text, query: new URL(href, page.url()).searchParams }));
}

/** How much the cases behind an address add up to, as the API lists them. */
export async function listedBehind({ hotline }: Screens, query: URLSearchParams): Promise<number> {
  const search = new URLSearchParams();
  for (const [name, value] of query) {
    // The router writes a code of digits with quotes, so that it stays a text.
    if (name !== 'count') search.set(name, value.replaceAll('"', ''));
  }
  const path = `/v1/statistics/cases?${search.toString()}&limit=100`;
  const { body } = await hotline.call({ method: 'GET', path, as: 'quang' });
  const { cases, next } = FigureCasesBody.parse(body);
  expect(next).toBeNull();
  return cases.reduce((sum, { times }) => sum + times, 0);
}

/** The numbers of the page, each of which has as many cases behind it as it says. */
export async function reAddedNumbers(screens: Screens, page: Page): Promise<OpenedNumber[]> {
  const numbers = await openedNumbers(page);
  const asked = new Map(numbers.map((one) => [one.query.toString(), one]));
  for (const [address, { text, query }] of asked)
    expect([address, String(await listedBehind(screens, query))]).toEqual([address, text]);
  return numbers;
}

/** How many cases of the backlog are behind an address. */
export async function openBehind({ hotline }: Screens, query: URLSearchParams): Promise<string> {
  const asked = new URLSearchParams(query);
  asked.delete('count');
  const path = `/v1/statistics/backlog/cases?${asked.toString()}`;
  const { body } = await hotline.call({ method: 'GET', path, as: 'quang' });
  return String(BacklogCasesBody.parse(body).cases.length);
}

export async function download(page: Page, item: string | RegExp): Promise<Download> {
  await page.getByRole('button', { name: 'Tải về' }).click();
  const waited = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: item }).click();
  return waited;
}

export const contentOf = async (file: Download): Promise<Buffer> => readFile(await file.path());
