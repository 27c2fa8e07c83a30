/** One rule of a pattern's list, asked about a value of the record; undefined when the record has none there. */
export type Rule = (value: unknown) => boolean;

/** A string, number, boolean or null is met by itself; an object names a comparison. */
export function compileRule(source: unknown): Rule {
  if (typeof source !== 'object' || source === null) return (value) => value === source;
  const [[name, argument] = ['', undefined], ...more] = Object.entries(source);
  const comparison = comparisons[name];
  if (comparison === undefined || more.length > 0)
    throw new Error(`the local host does not know the filter rule ${JSON.stringify(source)}`);
  return comparison(argument);
}

const comparisons: Readonly<Record<string, (argument: unknown) => Rule>> = {
  prefix: text((value, start) => value.startsWith(start)),
  suffix: text((value, end) => value.endsWith(end)),
  'equals-ignore-case': text((value, other) => value.toLowerCase() === other.toLowerCase()),
  exists: (wanted) => (value) => (value !== undefined) === wanted,
  'anything-but': (unwanted) => {
    const rules = [unwanted].flat().map(compileRule);
    return (value) => value !== undefined && !rules.some((rule) => rule(value));
  },
  numeric,
};

function text(test: (value: string, argument: string) => boolean): (argument: unknown) => Rule {
  return (argument) => {
    if (typeof argument !== 'string')
      throw new Error(`a filter compares text with text, not with ${JSON.stringify(argument)}`);
    return (value) => typeof value === 'string' && test(value, argument);
  };
}

const relations: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '=': (value, limit) => value === limit,
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
};

/**
 * `["numeric", [">", 1, "<=", 5]]`. As on AWS it holds for JSON numbers only: numbers in a stream record are text
 * (`{"N": "5"}`), which no such rule ever meets.
 */
function numeric(argument: unknown): Rule {
  if (!Array.isArray(argument) || argument.length === 0 || argument.length % 2 === 1)
    throw new Error(`numeric takes pairs of sign and number, not ${JSON.stringify(argument)}`);
  const tests = Array.from({ length: argument.length / 2 }, (_, index) =>
    relation(argument[index * 2], argument[index * 2 + 1]),
  );
  return (value) => typeof value === 'number' && tests.every((holds) => holds(value));
}

function relation(sign: unknown, limit: unknown): (value: number) => boolean {
  const holds = relations[String(sign)];
  if (holds === undefined || typeof limit !== 'number')
    throw new Error(`a filter does not know the comparison ${String(sign)} ${String(limit)}`);
  return (value) => holds(value, limit);
}
