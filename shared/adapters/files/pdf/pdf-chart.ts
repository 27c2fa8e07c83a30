import { chartDrawing } from '../../../domain/report/chart-drawing.ts';
import type { Chart } from '../../../domain/report/chart.ts';
import type { Drawing, Mark } from '../../../domain/report/drawing.ts';
import { INKS, LINES, OUTLINE } from '../../../domain/report/inks.ts';
import { LEFT, makeRoom, type Pen, SIZES, WIDTH, write } from './pdf-pen.ts';

/** Room that title and note take, at most. */
const AROUND = 64;

/** With its title and its note. */
export const heightOfChart = (chart: Chart): number => chartDrawing(chart, WIDTH).height + AROUND;

/** The chart with its finding above and its note below, all on one page. */
export function writeChart(pen: Pen, chart: Chart, note: string): void {
  const { doc, parent } = pen;
  const drawing = chartDrawing(chart, WIDTH);
  makeRoom(pen, heightOfChart(chart));
  write(pen, 'P', { text: chart.title, font: 'bold', size: 12, align: 'center', after: 4 });
  const top = doc.y;
  const content = doc.markStructureContent('Figure');
  drawIn(doc, drawing, top);
  doc.endMarkedContent();
  const options = {
    alt: `${chart.title}. ${chart.description}`,
    bbox: [LEFT, top, LEFT + WIDTH, top + drawing.height],
    placement: 'Block',
  };
  parent.add(doc.struct('Figure', options, [content]));
  doc.y = top + drawing.height + 2;
  write(pen, 'P', { text: note, font: 'italic', size: SIZES.note, align: 'center', after: 10 });
}

function drawIn(doc: PDFKit.PDFDocument, { marks }: Drawing, top: number): void {
  doc.save().translate(LEFT, top);
  for (const mark of marks) draw(doc, mark);
  doc.restore();
}

function draw(doc: PDFKit.PDFDocument, mark: Mark): void {
  if (mark.kind === 'box') {
    doc.lineWidth(OUTLINE.weight).rect(mark.x, mark.y, mark.width, mark.height);
    doc.fillAndStroke(INKS[mark.fill], OUTLINE.colour);
  } else if (mark.kind === 'line') {
    const { colour, weight } = LINES[mark.as];
    doc
      .lineWidth(weight)
      .moveTo(...mark.from)
      .lineTo(...mark.to)
      .stroke(colour);
  } else {
    const { text, size, align, at } = mark;
    doc.font('regular').fontSize(size).fillColor('black');
    const wide = doc.widthOfString(text);
    const before = align === 'start' ? 0 : align === 'middle' ? wide / 2 : wide;
    doc.text(text, at[0] - before, at[1], { lineBreak: false, baseline: 'alphabetic' });
  }
}
