import type { Fill } from './chart.ts';

/** Lengths are points, 72 to an inch; y grows downwards. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Mark =
  | ({ readonly kind: 'box'; readonly fill: Fill } & Box)
  | {
      readonly kind: 'line';
      readonly from: Point;
      readonly to: Point;
      /** `axis` is seen, `grid` hardly, `hatch` fills, `interval` lies over what it is about. */
      readonly as: 'axis' | 'grid' | 'hatch' | 'interval';
    }
  | {
      readonly kind: 'text';
      /** Where its baseline starts, ends or has its middle. */
      readonly at: Point;
      readonly text: string;
      readonly size: number;
      readonly align: 'start' | 'middle' | 'end';
    };

export type Point = readonly [x: number, y: number];

/** A chart as lines, boxes and letters, which any writer can put down. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

export const line = (from: Point, to: Point, as: Extract<Mark, { kind: 'line' }>['as']): Mark => ({
  kind: 'line',
  from,
  to,
  as,
});

interface Lettering {
  readonly at: Point;
  readonly size?: number;
  readonly align?: 'start' | 'middle' | 'end';
}

/** Small letters, yet such as print well. */
export const LETTER_SIZE = 8;

export const letters = (
  text: string,
  { at, size = LETTER_SIZE, align = 'start' }: Lettering,
): Mark => ({ kind: 'text', at, text, size, align });

/** Of a letter of the fonts of official documents, on average. */
const LETTER_WIDTH = 0.5;

/** About how wide a text is, without asking a font. Letters with marks are one each, as in all texts here (NFC). */
export const widthOf = (text: string, size = LETTER_SIZE): number =>
  text.length * size * LETTER_WIDTH;

/** As much of a text as there is room for. */
export function fitted(text: string, width: number, size = LETTER_SIZE): string {
  const most = Math.floor(width / (size * LETTER_WIDTH));
  return text.length <= most ? text : `${text.slice(0, Math.max(0, most - 1)).trimEnd()}…`;
}

/** Between the lines of a hatching. */
const HATCH = 3;

/** A filled box; a hatched one brings its lines along, so that no writer needs patterns. */
export const filled = (box: Box, fill: Fill): readonly Mark[] => [
  { kind: 'box', fill, ...box },
  ...(fill === 'hatched' ? hatching(box) : []),
];

/** Lines that rise to the right, cut off at the edges of the box. */
function hatching({ x, y, width, height }: Box): Mark[] {
  const marks: Mark[] = [];
  for (let offset = HATCH; offset < width + height; offset += HATCH) {
    const from: Point = [x + Math.max(0, offset - height), y + Math.min(offset, height)];
    const to: Point = [x + Math.min(offset, width), y + Math.max(0, offset - width)];
    marks.push(line(from, to, 'hatch'));
  }
  return marks;
}
