import * as z from 'zod';
import {
  type Cell,
  Contribution,
  type Dimension,
  DIMENSIONS,
  isDimension,
  type LocalDay,
  type ReturnDimension,
} from '../../domain/statistics.ts';
import type { CountedCase } from '../../domain/statistics-counting.ts';
import type { CaseId } from '../../domain/case.ts';
import { caseIdOf, codeOf, counterOf } from './statistics-keys.ts';

/**
 * What is counted of a case, as its note holds it. A note is rewritten by every change and must stay under 1 KB, the unit
 * that DynamoDB charges by, so each cell is named once, and dimensions
 * and counters by their codes: `c/procedure`, `200305 r.a 0.1.2`.
 */
export function packNote({ contributions, ...note }: CountedCase): Record<string, unknown> {
  const places = new Map<string, number>();
  const placeOf = ([dimension, value]: Cell): number => {
    const cell = `${dimensionCode(dimension)}/${value}`;
    const place = places.get(cell) ?? places.size;
    places.set(cell, place);
    return place;
  };
  const packed = contributions.map(({ day, counters, cells, by }) =>
    [
      shortDay(day),
      counters.map(codeOf).join('.'),
      cells.map(placeOf).join('.'),
      ...(by === undefined ? [] : [by]),
    ].join(' '),
  );
  return { ...note, cells: [...places.keys()], contributions: packed };
}

/** `200305`: no case is older than this century. */
const shortDay = (day: LocalDay): string => day.slice(2).replaceAll('-', '');

/** Notes of an earlier release hold days in full. */
const dayOf = (text: string): LocalDay => text.replace(/^(\d{2})(\d{2})(\d{2})$/, '20$1-$2-$3');

const Note = z.strictObject({
  version: z.int().min(1),
  cells: z.array(z.string()).default([]),
  // Notes of before they were packed hold contributions as they are.
  contributions: z.array(z.union([z.string(), Contribution])),
  calendar: z.string().optional(),
});

const Keyed = z.looseObject({ pk: z.string(), sk: z.string() });

/** Whose note a row is, and what it says. */
export function readNote(item: unknown): readonly [CaseId, CountedCase] {
  const { pk, sk, ...note } = Keyed.parse(item);
  return [caseIdOf({ pk, sk }), unpackNote(note)];
}

/** The inverse; throws for what we did not write. */
export function unpackNote(item: unknown): CountedCase {
  const { cells: texts, contributions, ...note } = Note.parse(item);
  const cells = texts.map(cellOf);
  return {
    ...note,
    contributions: contributions.map((one) =>
      typeof one === 'string' ? contributionOf(one, cells) : one,
    ),
  };
}

const cellOf = (text: string): Cell | undefined => {
  const slash = text.indexOf('/');
  const code = text.slice(0, slash);
  // Notes of an earlier release hold the dimension's name.
  const dimension = dimensionsByCode.get(code) ?? code;
  // A dimension that is not counted any more is left as it was: nobody reads its rows.
  return isDimension(dimension) ? [dimension, text.slice(slash + 1)] : undefined;
};

/** Never given to another dimension: notes of last year still hold them. */
const codes = {
  class: 'c',
  department: 'd',
  service: 's',
  channel: 'h',
  area: 'a',
  priority: 'p',
  supporting: 'u',
  agent: 'g',
  routing: 'r',
  times: 't',
  pair: 'x',
  'done-service': 'o',
} as const satisfies Record<Exclude<Dimension, ReturnDimension> | 'pair', string>;

const RETURNS = 'returns-';

/** `c`, and `Rc` for what was returned. */
function dimensionCode(dimension: Dimension): string {
  const name = dimension.replace(RETURNS, '') as keyof typeof codes;
  return dimension.startsWith(RETURNS) ? `R${codes[name]}` : codes[name];
}

const dimensionsByCode = new Map(DIMENSIONS.map((name) => [dimensionCode(name), name]));

function contributionOf(text: string, cells: readonly (Cell | undefined)[]): Contribution {
  const [day = '', codes = '', places = '', by] = text.split(' ');
  return Contribution.parse({
    day: dayOf(day),
    counters: codes.split('.').map(counterOf),
    cells: places.split('.').flatMap((place) => {
      const cell = cells[Number(place)];
      return cell === undefined ? [] : [[...cell]];
    }),
    ...(by !== undefined && { by: Number(by) }),
  });
}
