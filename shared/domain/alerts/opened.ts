import type { Line } from '../statistics-drill-down.ts';
import type { OpenFigure } from '../statistics-open-figures.ts';
import type { Alert } from './alert.ts';

/** The figures whose cases stand behind an alert: first those that it is about, then those they are held against. */
export const figuresBehind = {
  burst: ['received'],
  'satisfaction-drop': ['satisfactory', 'forwarded'],
  'on-time-drop': ['missed', 'decided'],
  'hand-off-slip': ['handOff'],
} as const satisfies Record<Alert['evidence']['kind'], readonly OpenFigure[]>;

/** What they are narrowed to. */
export const linesOf = ({ subject: { by, value } }: Alert): readonly Line[] =>
  by === 'all' || value === null ? [] : [[by, value]];
