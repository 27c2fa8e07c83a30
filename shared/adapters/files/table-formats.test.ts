import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import readSheets from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { ATTACKS } from '../../../test/support/spreadsheet-attacks.ts';
import type { CellValue } from '../../domain/export/case-cells.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../domain/export/case-export.ts';
import type { Table } from '../../ports/exports.ts';
import { tableFormats } from './table-formats.ts';

const TABLE: Table = {
  name: 'Vụ việc: 3/2020',
  columns: [
    { key: 'code', heading: 'Mã tra cứu', type: 'text' },
    { key: 'returns', heading: 'Số lần trả lại', type: 'count' },
    { key: 'receivedAt', heading: 'Tiếp nhận lúc', type: 'instant' },
  ],
  wallClock: (instant) =>
    new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' '),
};
type Row = readonly CellValue[];
const NOON = '2020-03-05T05:00:00.000Z';

/** A file written in these stretches, each by a process that knows only what the one before left. */
function written(format: ExportFormat, stretches: readonly (readonly Row[])[]): Uint8Array {
  const file = tableFormats[format];
  const pieces: Uint8Array[] = [];
  let { bytes, state } = file.begin(TABLE);
  for (const rows of stretches) {
    pieces.push(bytes);
    ({ bytes, state } = file.rows(TABLE, rows, JSON.parse(JSON.stringify(state))));
  }
  pieces.push(bytes, file.end(TABLE, JSON.parse(JSON.stringify(state))));
  return Buffer.concat(pieces);
}

const sheetOf = async (bytes: Uint8Array) => {
  const [sheet] = await readSheets(new Blob([Buffer.from(bytes)]));
  return sheet!;
};
const parquetOf = async (bytes: Uint8Array) => {
  const file = new Uint8Array(bytes).buffer;
  return (await parquetReadObjects({ file })).map((row): unknown[] => [
    row['code'],
    row['returns'],
    row['receivedAt'],
  ]);
};

describe('a CSV', () => {
  it("says that it is UTF-8, has names of columns that people read, and the province's time", () => {
    const text = Buffer.from(
      written('csv', [[['BD-1', 2, NOON]], [['Đèn, "đỏ"', null, null]]]),
    ).toString();
    expect(text).toBe(
      '\uFEFF"Mã tra cứu","Số lần trả lại","Tiếp nhận lúc"\r\n"BD-1",2,2020-03-05 12:00:00\r\n"Đèn, ""đỏ""",,\r\n',
    );
  });

  it.each(ATTACKS)('does not let %j reckon', (attack) => {
    const [, line] = Buffer.from(written('csv', [[[attack, 1, null]]]))
      .toString()
      .split('\r\n"');
    expect(line).toMatch(/^'/);
  });
});

describe('a workbook', () => {
  it('holds text as text, numbers as numbers and instants as dates of the province', async () => {
    const { sheet, data } = await sheetOf(
      written('xlsx', [[['0012', 2, NOON]], ATTACKS.map((text) => [text, 0, null])]),
    );
    const [head, first, ...attacks] = data;
    expect(sheet).toBe('Vụ việc  3 2020');
    expect(head).toEqual(['Mã tra cứu', 'Số lần trả lại', 'Tiếp nhận lúc']);
    expect(first).toEqual(['0012', 2, new Date('2020-03-05T12:00:00Z')]);
    expect(attacks.map(([text]) => String(text).trim())).toEqual(
      ATTACKS.map((text) => text.trim()),
    );
  });

  it('leaves out what XML cannot hold', async () => {
    const { data } = await sheetOf(written('xlsx', [[['a\u0000b\uD800c<&>', 1, null]]]));
    expect(data[1]?.[0]).toBe('abc<&>');
  });
});

describe('a Parquet file', () => {
  it('has typed columns under their keys, and instants in UTC', async () => {
    expect(
      await parquetOf(written('parquet', [[['0012', 2, NOON]], [[null, null, null]]])),
    ).toEqual([
      ['0012', 2, new Date(NOON)],
      [null, null, null],
    ]);
  });
});

const text = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .filter((one) => /\S/.test(one) && !/[\u0000-\u001f\ufffe\uffff]/.test(one));
const row = fc.tuple(
  fc.option(text),
  fc.option(fc.integer({ min: 0, max: 99 })),
  fc.option(
    fc
      .date({ min: new Date('2019-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((at) => `${at.toISOString().slice(0, 19)}.000Z`),
  ),
);

describe.each(EXPORT_FORMATS)('a file as %s', (format) => {
  it('is the same table in however many stretches it was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 30 }), fc.nat(30), async (rows, cut) => {
        const parts = [rows.slice(0, cut), rows.slice(cut)];
        if (format === 'csv') {
          expect(written(format, parts)).toEqual(written(format, [rows]));
        } else if (format === 'parquet') {
          expect(await parquetOf(written(format, parts))).toEqual(
            rows.map(([code, returns, at]) => [code, returns, at === null ? null : new Date(at)]),
          );
        } else {
          const [one, other] = await Promise.all(
            [parts, [rows]].map(async (of) => (await sheetOf(written(format, of))).data),
          );
          expect(one).toEqual(other);
        }
      }),
      { numRuns: 60 },
    );
  });
});
