import type { ReportTable, TableColumn, TableRow } from '../../../domain/report/report-document.ts';
import { xmlText } from '../xlsx-parts.ts';
import { paragraph } from './docx-words.ts';

/** Between the margins of the page, in twentieths of a point: 165 mm. */
export const TEXT_WIDTH = 9_355;

/** Its title, and the table with its first row repeated on every page. */
export function tableXml({ title, columns, rows }: ReportTable): string {
  const widths = widthsOf(columns);
  const head = rowXml(
    columns.map(({ heading }, place) =>
      cellXml(paragraph(heading, { style: 'TableText', align: 'center', bold: true }), {
        width: widths[place] ?? 0,
        shaded: true,
      }),
    ),
    '<w:tblHeader/>',
  );
  return `${paragraph(title, { style: 'Caption' })}<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="${xmlText(title)}"/></w:tblPr><w:tblGrid>${widths
    .map((width) => `<w:gridCol w:w="${width}"/>`)
    .join('')}</w:tblGrid>${head}${rows
    .map((row) => bodyRow(row, columns, widths))
    .join('')}</w:tbl>${paragraph('', { style: 'Recipient' })}`;
}

function widthsOf(columns: readonly TableColumn[]): number[] {
  const parts = columns.reduce((sum, { width }) => sum + width, 0);
  return columns.map(({ width }) => Math.floor((TEXT_WIDTH * width) / parts));
}

const bodyRow = (
  { cells, isTotal = false }: TableRow,
  columns: readonly TableColumn[],
  widths: readonly number[],
): string =>
  rowXml(
    columns.map(({ align }, place) =>
      cellXml(paragraph(cells[place] ?? '', { style: 'TableText', align, bold: isTotal }), {
        width: widths[place] ?? 0,
        shaded: false,
      }),
    ),
    '',
  );

const rowXml = (cells: readonly string[], head: string): string =>
  `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${cells.join('')}</w:tr>`;

const cellXml = (
  content: string,
  { width, shaded }: { readonly width: number; readonly shaded: boolean },
): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${
    shaded ? '<w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/>' : ''
  }<w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`;
