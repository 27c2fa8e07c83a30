/** The values that a numeric field of a cron expression allows, in order. */
export type Values = readonly number[];

export interface Field {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Names for numbers, the first for `min`: JAN, SUN. */
  readonly names?: readonly string[];
}

/** `*`, `5`, `1-5`, `0/15`, `1-10/2`, and lists of them. @throws naming the field. */
export function parseField(text: string, field: Field): Values {
  const values = text.split(',').flatMap((part) => parsePart(part, field));
  return [...new Set(values)].sort((a, b) => a - b);
}

function parsePart(part: string, field: Field): Values {
  const [range = '', stepText] = part.split('/');
  const step = stepText === undefined ? 1 : Number(stepText);
  const { from, to } = rangeOf(range, field, stepText !== undefined);
  const valid = [from, to].every((value) => value >= field.min && value <= field.max);
  if (!valid || from > to || !Number.isInteger(step) || step < 1)
    throw new Error(`cron: ${part} is not a ${field.name}`);
  return Array.from(
    { length: Math.floor((to - from) / step) + 1 },
    (_, index) => from + index * step,
  );
}

/** A single value with a step means: from there to the end. */
function rangeOf(range: string, field: Field, stepped: boolean) {
  if (range === '*') return { from: field.min, to: field.max };
  const [first = '', last] = range.split('-');
  const from = numberOf(first, field);
  if (last !== undefined) return { from, to: numberOf(last, field) };
  return { from, to: stepped ? field.max : from };
}

export function numberOf(text: string, { name, min, names = [] }: Field): number {
  const named = names.indexOf(text.toUpperCase());
  if (named >= 0) return named + min;
  if (!/^\d+$/.test(text)) throw new Error(`cron: ${text} is not a ${name}`);
  return Number(text);
}
