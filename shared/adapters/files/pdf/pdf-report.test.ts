import { beforeAll, describe, expect, it } from 'vitest';
import { usualLives } from '../../../../test/support/month-of-cases.ts';
import { figuresOfMonth, reportOf, tinos } from '../../../../test/support/month-report.ts';
import { type ReadPdf, readPdf } from '../../../../test/support/read-documents.ts';
import type { ReportDocument } from '../../../domain/report/report-document.ts';
import { pdfReportWriter } from './pdf-report.ts';

const writer = pdfReportWriter(tinos);
const write = (document: ReportDocument) => writer.write(document);

let report: ReportDocument;
let bytes: Uint8Array;
let file: ReadPdf;
beforeAll(async () => {
  report = reportOf(await figuresOfMonth(usualLives(200, Date.UTC(2020, 5, 1))));
  bytes = await write(report);
  file = await readPdf(bytes);
}, 60_000);

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('a report as a PDF', () => {
  it('gives back every sentence, letter by letter, and every number', () => {
    const squeezed = file.text.replaceAll(' ', '');
    for (const block of [...report.blocks, ...report.annex.blocks]) {
      const words =
        block.kind === 'table'
          ? block.rows.flatMap(({ cells }) => cells)
          : block.kind === 'chart'
            ? [block.chart.title, block.note]
            : 'text' in block
              ? [block.text]
              : [block.prompt];
      for (const one of words) expect(squeezed).toContain(one.replace(/\s/g, ''));
    }
    expect(file.text).toContain(plain('Độc lập - Tự do - Hạnh phúc'));
  });

  it('has its letters inside, and only those that it uses', () => {
    const text = Buffer.from(bytes).toString('latin1');
    const fonts = new Set(text.match(/\/FontName \/[^\s/]+/g));
    expect(fonts.size).toBe(4);
    for (const font of fonts) expect(font).toMatch(/^\/FontName \/[A-Z]{6}\+Tinos/);
    expect(text.match(/\/FontFile2 /g)).toHaveLength(4);
    expect(text).not.toMatch(/\/BaseFont \/(Helvetica|Times|Courier)/);
    expect(bytes.length).toBeLessThan(1_000_000);
  });

  it('can be heard: title, language, structure, words for pictures', () => {
    expect(file.title).toBe(
      'BÁO CÁO: Tình hình tiếp nhận, xử lý phản ánh, kiến nghị qua Tổng đài 1022 tháng 6/2020',
    );
    expect(file.language).toBe('vi-VN');
    expect([...file.roles]).toEqual(
      expect.arrayContaining([
        'Document',
        'H1',
        'H2',
        'H3',
        'P',
        'Table',
        'TR',
        'TH',
        'TD',
        'Figure',
      ]),
    );
    const charts = report.blocks.filter(({ kind }) => kind === 'chart');
    expect(file.alternatives).toHaveLength(charts.length);
  });

  it('numbers its pages from the second on', () => {
    expect(file.pages).toBeGreaterThan(5);
    expect(file.text).not.toMatch(/^1 /);
    expect(file.text).toContain(` ${file.pages} `);
  });

  it('is the same each time', async () => expect(await write(report)).toEqual(bytes));

  it('of a month without cases is short, and has no picture', async () => {
    const empty = await readPdf(await write(reportOf(await figuresOfMonth([]))));
    expect(empty.text).toContain('Trong kỳ, Tổng đài không tiếp nhận vụ việc nào.');
    expect(empty.alternatives).toEqual([]);
    expect(empty.pages).toBeLessThan(file.pages);
  });
});
