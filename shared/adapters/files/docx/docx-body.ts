import type { Chart } from '../../../domain/report/chart.ts';
import type { Letterhead } from '../../../domain/report/letterhead.ts';
import type { Block, ReportDocument } from '../../../domain/report/report-document.ts';
import { xmlText } from '../xlsx-parts.ts';
import { TEXT_WIDTH, tableXml } from './docx-table.ts';
import { columns, paragraph, propertiesOf } from './docx-words.ts';

/** Two columns: who writes, and the name of the country. */
const WRITER = 3_955;
const COUNTRY = TEXT_WIDTH - WRITER;

/** Which relationship leads to a chart, counted from 1 in the order of the document. */
export const chartRelationship = (place: number): string => `rIdChart${place}`;

export const chartsOf = ({ blocks, annex }: ReportDocument): readonly Chart[] =>
  [...blocks, ...annex.blocks].flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));

/** Everything between the margins. */
export function bodyXml(document: ReportDocument): string {
  const { letterhead, title, subject, blocks, annex } = document;
  const charts = chartsOf(document);
  const written = (block: Block): string => blockXml(block, charts);
  return [
    headXml(letterhead),
    paragraph(title, { style: 'Title' }),
    ...subject.map((line) => paragraph(line, { style: 'Subject' })),
    paragraph('', { style: 'Letterhead', ruled: 3_200, size: 2 }),
    paragraph(`Kính gửi: ${letterhead.addressee}.`, { style: 'Normal', align: 'center' }),
    ...blocks.map(written),
    signatureXml(letterhead),
    '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
    paragraph(annex.title, { style: 'Heading1', align: 'center' }),
    ...annex.blocks.map(written),
  ].join('');
}

const centred = { style: 'Letterhead' } as const;

const headXml = ({ superior, issuer, symbol, place }: Letterhead): string =>
  columns([
    [
      WRITER,
      [
        paragraph(superior, { ...centred, size: 12 }),
        ...issuer.map((line) => paragraph(line, { ...centred, size: 12, bold: true })),
        paragraph('', { ...centred, ruled: 1_300, size: 2 }),
        paragraph(`Số: ……/${symbol}`, centred),
      ].join(''),
    ],
    [
      COUNTRY,
      [
        paragraph('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { ...centred, size: 12, bold: true }),
        paragraph('Độc lập - Tự do - Hạnh phúc', { ...centred, bold: true }),
        paragraph('', { ...centred, ruled: 1_150, size: 2 }),
        paragraph(`${place}, ngày …… tháng …… năm ……`, { ...centred, italic: true }),
      ].join(''),
    ],
  ]);

const signatureXml = ({ signer, recipients }: Letterhead): string =>
  columns([
    [
      WRITER,
      [
        paragraph('Nơi nhận:', { style: 'Recipient', bold: true, italic: true, size: 12 }),
        ...recipients.map((one) =>
          paragraph(`- ${one};`.replace(/\.;$/, '.'), { style: 'Recipient' }),
        ),
      ].join(''),
    ],
    [
      COUNTRY,
      [
        paragraph(signer, { ...centred, bold: true }),
        ...Array.from({ length: 4 }, () => paragraph('', centred)),
        paragraph('(Chữ ký, dấu, họ và tên)', { ...centred, italic: true }),
      ].join(''),
    ],
  ]);

/** Three lines of dots. */
const DOTS = Array.from({ length: 3 }, () => '.'.repeat(130)).join('\n');

function blockXml(block: Block, charts: readonly Chart[]): string {
  switch (block.kind) {
    case 'heading':
      return paragraph(block.text, { style: `Heading${block.level}` });
    case 'toFill':
      return paragraph(block.prompt, { style: 'Note' }) + paragraph(DOTS, { style: 'Normal' });
    case 'table':
      return tableXml(block);
    case 'chart':
      return (
        figureXml(block.chart, charts.indexOf(block.chart) + 1) +
        paragraph(block.note, { style: 'Note', align: 'center' })
      );
    case 'text':
    case 'point':
    case 'note':
      return paragraph(STARTS[block.kind] + block.text, { style: TEXTS[block.kind] });
  }
}

const TEXTS = { text: 'Point', point: 'Point', note: 'Note' } as const;
const STARTS = { text: '', point: '- ', note: '' } as const;

/** English Metric Units, 36,000 to a millimetre. */
const EMU_MM = 36_000;
const WIDTH_MM = 165;
const HEIGHTS_MM = { around: 34, bar: 6.5, columns: 82, most: 215 };

const heightOf = ({ form, categories }: Chart): number =>
  form === 'columns'
    ? HEIGHTS_MM.columns
    : Math.min(HEIGHTS_MM.most, HEIGHTS_MM.around + categories.length * HEIGHTS_MM.bar);

const figureXml = (chart: Chart, place: number): string =>
  `<w:p>${propertiesOf({ style: 'Figure' })}<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${WIDTH_MM * EMU_MM}" cy="${Math.round(heightOf(chart) * EMU_MM)}"/><wp:docPr id="${place}" name="Biểu đồ ${place}" descr="${xmlText(`${chart.title}. ${chart.description}`)}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="${chartRelationship(place)}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
