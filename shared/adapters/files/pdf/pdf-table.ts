import type { ReportTable, TableColumn } from '../../../domain/report/report-document.ts';
import {
  decorate,
  heightOf,
  LEFT,
  makeRoom,
  type Pen,
  SIZES,
  styled,
  WIDTH,
  within,
  write,
  type Words,
} from './pdf-pen.ts';

const PADDING = 3;

interface Cell {
  readonly words: Words;
  readonly tag: 'TH' | 'TD';
  readonly x: number;
  readonly width: number;
}

/** A table with its heading row on each page; no row is broken. */
export function writeTable(pen: Pen, { title, columns, rows }: ReportTable): void {
  const places = placed(columns);
  const head = places.map(({ heading, ...place }): Cell =>
    cellOf(heading, { ...place, head: true }),
  );
  const first = rowOf(places, rows[0]?.cells ?? [], false);
  makeRoom(pen, heightOfRow(pen, head) + heightOfRow(pen, first) + 2 * SIZES.text);
  write(pen, 'P', { text: title, font: 'bold', size: SIZES.note, align: 'center', after: 3 });
  const table = within(pen, 'Table', { title });
  writeRow(table, head);
  for (const { cells, isTotal = false } of rows) {
    const row = rowOf(places, cells, isTotal);
    const { page } = pen.doc;
    makeRoom(pen, heightOfRow(pen, row));
    if (pen.doc.page !== page) repeatHead(table, head);
    writeRow(table, row);
  }
  pen.doc.y += 8;
}

interface Place {
  readonly heading: string;
  readonly align: TableColumn['align'];
  readonly x: number;
  readonly width: number;
}

function placed(columns: readonly TableColumn[]): readonly Place[] {
  const parts = columns.reduce((sum, { width }) => sum + width, 0);
  let x = LEFT;
  return columns.map(({ heading, align, width: part }) => {
    const place = { heading, align, x, width: (WIDTH * part) / parts };
    x += place.width;
    return place;
  });
}

const rowOf = (places: readonly Place[], cells: readonly string[], isTotal: boolean): Cell[] =>
  places.map((place, index) => cellOf(cells[index] ?? '', { ...place, head: false, isTotal }));

function cellOf(
  text: string,
  {
    x,
    width,
    align,
    head,
    isTotal = false,
  }: Omit<Place, 'heading'> & { readonly head: boolean; readonly isTotal?: boolean },
): Cell {
  const words: Words = {
    text,
    size: SIZES.table,
    font: head || isTotal ? 'bold' : 'regular',
    align: head ? 'center' : align === 'end' ? 'right' : 'left',
    x: x + PADDING,
    width: width - 2 * PADDING,
    after: 0,
  };
  return { words, tag: head ? 'TH' : 'TD', x, width };
}

const heightOfRow = ({ doc }: Pen, cells: readonly Cell[]): number =>
  Math.max(...cells.map(({ words }) => heightOf(doc, words))) + 2 * PADDING;

function writeRow(table: Pen, cells: readonly Cell[]): void {
  const { doc } = table;
  const row = within(table, 'TR');
  const [top, height] = [doc.y, heightOfRow(table, cells)];
  decorate(table, () => {
    drawBorders(table, cells, { top, height });
  });
  for (const { words, tag } of cells) {
    doc.y = top + PADDING;
    const cell = within(row, tag, tag === 'TH' ? { scope: 'Column' } : {});
    write(cell, 'P', words);
  }
  doc.y = top + height;
}

/** Seen, and not read out again. */
function repeatHead(table: Pen, cells: readonly Cell[]): void {
  const { doc } = table;
  const [top, height] = [doc.y, heightOfRow(table, cells)];
  decorate(table, () => {
    drawBorders(table, cells, { top, height });
    for (const { words } of cells) {
      const { text, x = LEFT, width = WIDTH, align = 'left' } = words;
      styled(doc, words).text(text, x, top + PADDING, { width, align, lineGap: 2 });
    }
  });
  doc.y = top + height;
}

function drawBorders(
  { doc }: Pen,
  cells: readonly Cell[],
  { top, height }: { readonly top: number; readonly height: number },
): void {
  const isHead = cells.some(({ tag }) => tag === 'TH');
  for (const { x, width } of cells) {
    doc.lineWidth(0.5).rect(x, top, width, height);
    if (isHead) doc.fillAndStroke('#eeeeee', 'black');
    else doc.stroke('black');
  }
}
