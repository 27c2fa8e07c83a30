import { type RequestContext } from './context.ts';
import { wildcard } from './wildcard.ts';

export type Condition = (context: RequestContext) => boolean;
type Test = (actual: string, expected: string) => boolean;

const equals: Test = (actual, expected) => actual === expected;
const equalsIgnoringCase: Test = (actual, expected) =>
  actual.toLowerCase() === expected.toLowerCase();
const like: Test = (actual, expected) => wildcard(expected).test(actual);

interface Operator {
  readonly test: Test;
  /** StringNotEquals and the like hold when no expected value matches, and when the key is absent. */
  readonly negated: boolean;
}
const operators: Readonly<Record<string, Operator>> = {
  StringEquals: { test: equals, negated: false },
  StringNotEquals: { test: equals, negated: true },
  StringEqualsIgnoreCase: { test: equalsIgnoringCase, negated: false },
  StringNotEqualsIgnoreCase: { test: equalsIgnoringCase, negated: true },
  StringLike: { test: like, negated: false },
  StringNotLike: { test: like, negated: true },
  ArnEquals: { test: like, negated: false },
  ArnLike: { test: like, negated: false },
  ArnNotEquals: { test: like, negated: true },
  ArnNotLike: { test: like, negated: true },
  Bool: { test: equalsIgnoringCase, negated: false },
};

export interface ConditionSource {
  /** With its set prefix and suffix: `ForAllValues:StringEqualsIfExists`. */
  readonly operator: string;
  readonly key: string;
  readonly expected: readonly string[];
}

/**
 * One line of a statement's Condition block.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 * @throws naming the operator when the host cannot evaluate it.
 */
export function compileCondition({ operator, key, expected }: ConditionSource): Condition {
  const [, set, name = '', ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/.exec(operator) ?? [];
  if (name === 'Null') return nullCondition(key, expected);
  const known = operators[name];
  if (known === undefined)
    throw new Error(
      `the local host cannot evaluate the condition operator ${operator} (on ${key})`,
    );
  const holds = (actual: string) =>
    expected.some((value) => known.test(actual, value)) !== known.negated;
  return (context) => {
    const actual = context.get(key.toLowerCase());
    if (actual === undefined) return ifExists !== undefined || absent(set, known);
    return set === 'ForAllValues' ? actual.every(holds) : actual.some(holds);
  };
}

/** ForAllValues holds for an absent key, as on AWS, which is why a leading-key rule wants a Null rule beside it. */
const absent = (set: string | undefined, { negated }: Operator) =>
  set === 'ForAllValues' || (set === undefined && negated);

const nullCondition =
  (key: string, [expected]: readonly string[]): Condition =>
  (context) =>
    !context.has(key.toLowerCase()) === (expected === 'true');
