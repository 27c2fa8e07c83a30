import { compileRule, type Rule } from './filter-rules.ts';

/** Whether a record may pass to the function. */
export type Filter = (record: unknown) => boolean;

type Matcher = (value: unknown) => boolean;

/**
 * FilterCriteria of a mapping: a record passes that meets any of the patterns; without patterns every one does.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 * @throws naming a rule that the host does not know.
 */
export function compileFilter(patterns: readonly string[]): Filter {
  const matchers = patterns.map((pattern) => compilePattern(JSON.parse(pattern)));
  return (record) => matchers.length === 0 || matchers.some((matches) => matches(record));
}

/** Every member of a pattern must hold. */
function compilePattern(pattern: unknown): Matcher {
  if (!isObject(pattern))
    throw new Error(`a filter pattern is an object, not ${JSON.stringify(pattern)}`);
  const members = Object.entries(pattern).map(([name, expected]) =>
    name === '$or' ? compileOr(expected) : compileMember(name, expected),
  );
  return (value) => members.every((holds) => holds(value));
}

function compileOr(alternatives: unknown): Matcher {
  if (!Array.isArray(alternatives)) throw new Error('$or takes a list of patterns');
  const matchers = alternatives.map(compilePattern);
  return (value) => matchers.some((matches) => matches(value));
}

function compileMember(name: string, expected: unknown): Matcher {
  const read = (value: unknown) => (isObject(value) ? value[name] : undefined);
  if (!Array.isArray(expected)) {
    const inner = compilePattern(expected);
    return (value) => inner(read(value));
  }
  const rules: readonly Rule[] = expected.map(compileRule);
  return (value) => {
    const found = read(value);
    // Of a list in the record one element has to meet a rule.
    const candidates: readonly unknown[] =
      Array.isArray(found) && found.length > 0 ? found : [found];
    return rules.some((rule) => candidates.some(rule));
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
