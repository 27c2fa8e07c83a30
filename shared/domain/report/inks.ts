import type { Fill } from './chart.ts';
import type { Mark } from './drawing.ts';

/** What fills are drawn with: told apart by how dark they are, and the hatched one by its lines. */
export const INKS: Readonly<Record<Fill, string>> = {
  dark: '#1f4e79',
  hatched: '#ffffff',
  light: '#9dc3e6',
  blank: '#ffffff',
  muted: '#e3e3e3',
};

/** Round every filled box. */
export const OUTLINE = { colour: '#1f2937', weight: 0.5 };

/** Colour and weight, in points. */
export const LINES: Readonly<
  Record<
    Extract<Mark, { kind: 'line' }>['as'],
    { readonly colour: string; readonly weight: number }
  >
> = {
  axis: { colour: '#000000', weight: 0.8 },
  grid: { colour: '#cccccc', weight: 0.4 },
  hatch: { colour: '#1f4e79', weight: 0.6 },
  interval: { colour: '#000000', weight: 0.9 },
};
