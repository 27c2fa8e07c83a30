import readSheets from 'read-excel-file/universal';
import { beforeAll, describe, expect, it } from 'vitest';
import { usualLives } from '../../../../test/support/month-of-cases.ts';
import { figuresOfMonth, reportOf } from '../../../../test/support/month-report.ts';
import { type ReadDocx, readDocx } from '../../../../test/support/read-documents.ts';
import type { ReportDocument } from '../../../domain/report/report-document.ts';
import { chartsOf } from './docx-body.ts';
import { docxReportWriter } from './docx-report.ts';

let report: ReportDocument;
let bytes: Uint8Array;
let file: ReadDocx;
beforeAll(async () => {
  report = reportOf(await figuresOfMonth(usualLives(200, Date.UTC(2020, 5, 1))));
  bytes = await docxReportWriter.write(report);
  file = readDocx(bytes);
});

const numbersIn = (xml: string, tag: string): number[] =>
  [
    ...(new RegExp(`<c:${tag}>.*?</c:${tag}>`, 's').exec(xml)?.[0] ?? '').matchAll(
      /<c:v>([^<]*)</g,
    ),
  ].map(([, value]) => Number(value));

describe('a report as a Word document', () => {
  it('has every sentence and every cell of the report', () => {
    for (const block of [...report.blocks, ...report.annex.blocks]) {
      if (block.kind === 'table')
        for (const cell of block.rows.flatMap(({ cells }) => cells))
          expect(file.text).toContain(cell);
      else if ('text' in block) expect(file.text).toContain(block.text);
    }
    for (const line of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', ...report.subject, 'Nơi nhận:'])
      expect(file.text).toContain(line);
  });

  it('names each part, and each part that is named is there', () => {
    const types = file.xml('[Content_Types].xml');
    for (const name of Object.keys(file.parts).filter((one) => /charts\/chart\d/.test(one)))
      expect(types).toContain(`PartName="/${name}"`);
    for (const [name, xml] of Object.entries(file.parts).filter(([one]) => one.endsWith('.rels'))) {
      const folder = name.replace(/_rels\/[^/]*$/, '');
      for (const [, target] of Buffer.from(xml)
        .toString()
        .matchAll(/Target="([^"]*)"/g))
        expect(Object.keys(file.parts)).toContain(
          new URL(target!, `file:///${folder}`).pathname.slice(1),
        );
    }
    const used = file.xml('word/document.xml').match(/r:id="[^"]*"/g) ?? [];
    for (const reference of used)
      expect(file.xml('word/_rels/document.xml.rels')).toContain(reference.replace('r:id', 'Id'));
  });

  it('has charts that Word draws, and behind each the workbook with its numbers', async () => {
    const charts = chartsOf(report);
    expect(charts.length).toBeGreaterThanOrEqual(5);
    for (const [place, { title, series, categories }] of charts.entries()) {
      const xml = file.xml(`word/charts/chart${place + 1}.xml`);
      expect(xml).toContain(title.replaceAll('>', '&gt;').replaceAll('<', '&lt;'));
      expect(numbersIn(xml, 'val')).toEqual(series[0]?.values.filter((value) => value !== null));
      const workbook = file.parts[`word/embeddings/chart${place + 1}.xlsx`]!;
      const [sheet] = await readSheets(new Blob([Buffer.from(workbook)]));
      const [head, ...rows] = sheet!.data;
      expect(head?.slice(1, series.length + 1)).toEqual(series.map(({ name }) => name));
      expect(rows.map(([name]) => name)).toEqual(categories);
      expect(rows.map((row) => row[1])).toEqual(series[0]?.values);
    }
  });

  it('shows intervals as error bars, from the value to either end', () => {
    const place = chartsOf(report).findIndex(({ unit }) => unit === 'share') + 1;
    const { values, intervals } = chartsOf(report)[place - 1]!.series[0]!;
    const xml = file.xml(`word/charts/chart${place}.xml`);
    const up = numbersIn(xml, 'plus');
    for (const [index, value] of values.entries())
      expect(value! + up[index]!).toBeCloseTo(intervals![index]!.high, 10);
  });

  it('can be heard: headings, rows of heads, words for pictures, its language', () => {
    const xml = file.xml('word/document.xml');
    const tables = report.blocks.filter(({ kind }) => kind === 'table').length + 1;
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(tables);
    expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(7);
    const described = [...xml.matchAll(/ descr="([^"]*)"/g)].map(([, words]) => words);
    expect(described).toHaveLength(chartsOf(report).length);
    for (const words of described) expect(words?.length).toBeGreaterThan(40);
    expect(file.xml('word/styles.xml')).toContain('<w:lang w:val="vi-VN"');
    expect(file.xml('docProps/core.xml')).toContain('tháng 6/2020</dc:title>');
  });

  it('is the same each time, and small enough to be sent', async () => {
    expect(await docxReportWriter.write(report)).toEqual(bytes);
    expect(bytes.length).toBeLessThan(200_000);
  });

  it('writes what XML would take for its own', async () => {
    const odd = { ...report, blocks: [{ kind: 'text' as const, text: 'A & B <hẻm "12">' }] };
    expect(readDocx(await docxReportWriter.write(odd)).text).toContain('A & B <hẻm "12">');
  });
});
