import { chartDrawing } from '../../shared/domain/report/chart-drawing.ts';
import type { Chart } from '../../shared/domain/report/chart.ts';
import { type Drawing, type Mark, widthOf } from '../../shared/domain/report/drawing.ts';
import { INKS, LINES, OUTLINE } from '../../shared/domain/report/inks.ts';

const WIDTH = 640;
const MARGIN = 16;
const TITLE_SIZE = 11;
const TITLE_LINE = 15;

/** The same chart as in a report, as a picture: its finding on top, its numbers in words for whoever does not see it. */
export function svgChart(chart: Chart): string {
  const drawing = chartDrawing(chart, WIDTH);
  const title = linesOf(chart.title, WIDTH);
  const top = MARGIN + title.length * TITLE_LINE;
  const [width, height] = [WIDTH + 2 * MARGIN, drawing.height + top + MARGIN];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${fixed(height)}" viewBox="0 0 ${width} ${fixed(height)}" role="img" aria-labelledby="title desc" font-family="'Times New Roman', Tinos, serif">
<title id="title">${escaped(chart.title)}</title>
<desc id="desc">${escaped(chart.description)}</desc>
<rect width="100%" height="100%" fill="#ffffff"/>
${title
  .map(
    (line, place) =>
      `<text x="${width / 2}" y="${MARGIN + (place + 0.6) * TITLE_LINE}" text-anchor="middle" font-size="${TITLE_SIZE}" font-weight="bold">${escaped(line)}</text>`,
  )
  .join('\n')}
<g transform="translate(${MARGIN} ${top})">
${marksOf(drawing)}
</g>
</svg>
`;
}

/** As many words a line as there is room for. */
function linesOf(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = [lines.at(-1), word].filter((part) => part !== undefined).join(' ');
    if (lines.length > 0 && widthOf(longer, TITLE_SIZE) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

const marksOf = ({ marks }: Drawing): string => marks.map(markOf).join('\n');

function markOf(mark: Mark): string {
  if (mark.kind === 'box')
    return `<rect x="${fixed(mark.x)}" y="${fixed(mark.y)}" width="${fixed(mark.width)}" height="${fixed(mark.height)}" fill="${INKS[mark.fill]}" stroke="${OUTLINE.colour}" stroke-width="${OUTLINE.weight}"/>`;
  if (mark.kind === 'line') {
    const { colour, weight } = LINES[mark.as];
    const [from, to] = [mark.from.map(fixed), mark.to.map(fixed)];
    return `<path d="M${from.join(' ')}L${to.join(' ')}" stroke="${colour}" stroke-width="${weight}"/>`;
  }
  const [x, y] = mark.at.map(fixed);
  return `<text x="${x ?? ''}" y="${y ?? ''}" font-size="${mark.size}" text-anchor="${mark.align}">${escaped(mark.text)}</text>`;
}

const fixed = (length: number): string => String(Math.round(length * 100) / 100);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
