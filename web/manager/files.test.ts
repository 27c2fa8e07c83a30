import readSheets from 'read-excel-file/universal';
import { expect, it } from 'vitest';
import { ATTACKS } from '../../test/support/spreadsheet-attacks.ts';
import { csvOf } from './csv.ts';
import type { Sheet } from './sheets.ts';
import { xlsxOf } from './xlsx.ts';

const SHEET: Sheet = {
  name: 'Đơn vị: tháng 6/2020',
  head: ['Đơn vị', 'Đã chuyển', 'Tỷ lệ'],
  rows: [
    ['UBND thành phố "Thuận An", Bình Dương', 1_025, { rate: 789 / 1_025 }],
    ['dòng một\ndòng hai', 0, { rate: null }],
    ['0912 345 678', null, { rate: 1 }],
    ...ATTACKS.map((text) => [text, 1, null]),
  ],
};

it('a CSV keeps every text in its cell, numbers as numbers, and says that it is UTF-8', () => {
  const [head, first, second, ...rest] = csvOf(SHEET).split('\r\n');
  expect(head).toBe('\uFEFF"Đơn vị","Đã chuyển","Tỷ lệ"');
  expect(first).toBe('"UBND thành phố ""Thuận An"", Bình Dương",1025,0.7698');
  expect(second).toBe('"dòng một\ndòng hai",0,');
  expect(rest[0]).toBe('"\'0912 345 678",,1');
  // No line begins with what a spreadsheet would reckon with.
  expect(rest.filter((line) => /^"[=+\-@\t]/.test(line))).toEqual([]);
});

it('a workbook gives back what was put into it, text as text', async () => {
  const blob = await xlsxOf([SHEET, { name: 'Trống', head: ['Tên'], rows: [] }]);
  const book = await readSheets(blob);
  expect(book.map(({ sheet }) => sheet)).toEqual(['Đơn vị  tháng 6 2020', 'Trống']);
  const [head, ...rows] = book[0]?.data ?? [];
  expect(head).toEqual(SHEET.head);
  expect(rows[0]).toEqual(['UBND thành phố "Thuận An", Bình Dương', 1_025, 789 / 1_025]);
  expect(rows[2]).toEqual(['0912 345 678', null, 1]);
  expect(rows.slice(3).map(([text]) => String(text).trim())).toEqual(
    ATTACKS.map((text) => text.trim()),
  );
});
