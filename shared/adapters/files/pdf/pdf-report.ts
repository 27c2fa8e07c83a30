import {
  type Block,
  type ReportDocument,
  titleOf,
} from '../../../domain/report/report-document.ts';
import type { ReportWriter } from '../../../ports/reports.ts';
import { heightOfChart, writeChart } from './pdf-chart.ts';
import { writeHead, writeSignature } from './pdf-letterhead.ts';
import {
  decorate,
  type FontName,
  LEFT,
  makeRoom,
  MARGINS,
  type Pen,
  SIZES,
  styled,
  WIDTH,
  within,
  write,
} from './pdf-pen.ts';
import { writeTable } from './pdf-table.ts';

/** TrueType files with every letter of Vietnamese, of which a document takes the letters that it uses. */
export type PdfFonts = Readonly<Record<FontName, Uint8Array>>;

type PdfKit = new (options: PDFKit.PDFDocumentOptions) => PDFKit.PDFDocument;

/** A tagged PDF 1.7 with its letters inside. What writes it is loaded with the first one that is wanted. */
export const pdfReportWriter = (fonts: () => Promise<PdfFonts>): ReportWriter => ({
  contentType: 'application/pdf',
  write: async (document) => {
    // Its types know the default export only, which a bundle has not.
    const { PDFDocument } = (await import('pdfkit')) as unknown as { PDFDocument: PdfKit };
    const given = await fonts();
    const doc = new PDFDocument(optionsOf(document));
    for (const [name, file] of Object.entries(given)) doc.registerFont(name, Buffer.from(file));
    const bytes = collected(doc);
    doc.addPage();
    writeDocument(doc, document);
    doc.end();
    return bytes;
  },
});

const optionsOf = (document: ReportDocument) => ({
  size: 'A4' as const,
  margins: MARGINS,
  pdfVersion: '1.7' as const,
  lang: 'vi-VN',
  tagged: true,
  displayTitle: true,
  bufferPages: true,
  autoFirstPage: false,
  // None by itself: it would be one of those that every reader must have, or be read anew at each change of letters.
  font: '',
  info: {
    Title: titleOf(document),
    Author: document.letterhead.issuerName,
    CreationDate: new Date(document.asOf),
  },
});

function collected(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (piece: Buffer) => pieces.push(piece));
    doc.on('end', () => {
      resolve(Buffer.concat(pieces));
    });
    doc.on('error', reject);
  });
}

function writeDocument(doc: PDFKit.PDFDocument, document: ReportDocument): void {
  const root = doc.struct('Document');
  doc.addStructure(root);
  const pen: Pen = { doc, parent: root };
  writeHead(pen, document);
  writeBlocks(pen, document.blocks);
  writeSignature(pen, document.letterhead);
  doc.addPage();
  const { title, blocks } = document.annex;
  write(pen, 'H2', { text: title, font: 'bold', align: 'center', after: 8 });
  doc.outline.addItem(title);
  const annex = within(pen, 'Sect');
  writeBlocks(annex, blocks);
  numberPages(doc);
}

function writeBlocks(pen: Pen, blocks: readonly Block[]): void {
  for (const [place, block] of blocks.entries()) {
    if (block.kind === 'heading') writeHeading(pen, block, roomOf(blocks.slice(place + 1)));
    else writeBlock(pen, block);
  }
}

/** Room for a heading, and for the beginning of a text or a table. */
const HEADING_ROOM = 30;
const BEGINNING = 60;

/** What must stand on the page of a heading: what follows it, a chart in one piece. */
function roomOf([next, ...rest]: readonly Block[]): number {
  if (next?.kind === 'heading') return HEADING_ROOM + roomOf(rest);
  return next?.kind === 'chart' ? heightOfChart(next.chart) : BEGINNING;
}

function writeBlock(pen: Pen, block: Exclude<Block, { kind: 'heading' }>): void {
  switch (block.kind) {
    case 'text':
      write(pen, 'P', { text: block.text, align: 'justify', indent: 28 });
      return;
    case 'point':
      write(pen, 'P', { text: `- ${block.text}`, align: 'justify', indent: 28 });
      return;
    case 'note':
      write(pen, 'P', { text: block.text, font: 'italic', size: SIZES.note, after: 8 });
      return;
    case 'toFill':
      write(pen, 'P', { text: block.prompt, font: 'italic', size: SIZES.note, after: 0 });
      write(pen, 'P', { text: DOTS.join('\n') });
      return;
    case 'table':
      writeTable(pen, block);
      return;
    case 'chart':
      writeChart(pen, block.chart, block.note);
  }
}

/** Three lines of dots. */
const DOTS = Array.from({ length: 3 }, () => '.'.repeat(138));

function writeHeading(
  pen: Pen,
  { level, text }: Extract<Block, { kind: 'heading' }>,
  room: number,
): void {
  makeRoom(pen, HEADING_ROOM + room);
  pen.doc.y += level === 1 ? 6 : 2;
  write(pen, level === 1 ? 'H2' : 'H3', { text, font: 'bold' });
  if (level === 1) pen.doc.outline.addItem(text);
}

/** At the head of every page but the first, as the decree has it. */
function numberPages(doc: PDFKit.PDFDocument): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start + 1; page < start + count; page += 1) {
    doc.switchToPage(page);
    decorate({ doc }, () => {
      const text = String(page - start + 1);
      styled(doc, { text }).text(text, LEFT, MARGINS.top / 2, { width: WIDTH, align: 'center' });
    });
  }
}
