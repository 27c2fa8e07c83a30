import * as z from 'zod';
import { compileCondition, type Condition } from './conditions.ts';
import { isFilledKey, type Need, OBSERVED_SERVICES } from './context.ts';
import { wildcard } from './wildcard.ts';

const many = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (typeof value === 'string' ? [value] : value));
const Scalar = z.union([z.string(), z.boolean(), z.number()]).transform(String);
const Expected = z
  .union([Scalar, z.array(Scalar)])
  .transform((value) => (typeof value === 'string' ? [value] : value));

/** Strict: a member that is not evaluated here must not pass as if it were. */
const StatementSource = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: many.optional(),
  NotAction: many.optional(),
  Resource: many.optional(),
  NotResource: many.optional(),
  Condition: z.record(z.string(), z.record(z.string(), Expected)).optional(),
});
type StatementSource = z.infer<typeof StatementSource>;

const PolicyDocument = z.object({
  Version: z.string().optional(),
  Statement: z.preprocess((value) => [value].flat(), z.array(StatementSource)),
});

interface Pattern {
  readonly text: string;
  readonly matches: RegExp;
}
export interface Match {
  readonly action: string;
  readonly resource: string;
}
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly Pattern[];
  readonly resources: readonly Pattern[];
  /** The action and resource patterns by which the need is met; none when the statement does not apply. */
  match(need: Need): readonly Match[];
}

/** @throws naming what the host cannot evaluate: an unknown member, condition operator, condition key or variable. */
export function readPolicy(document: unknown, name: string): readonly Statement[] {
  const parsed = PolicyDocument.safeParse(document);
  if (!parsed.success) throw new Error(`Policy ${name}: ${z.prettifyError(parsed.error)}`);
  try {
    return parsed.data.Statement.map(compileStatement);
  } catch (error) {
    throw new Error(`Policy ${name}: ${String(error)}`, { cause: error });
  }
}

function compileStatement(source: StatementSource): Statement {
  const actions = (source.Action ?? []).map(actionPattern);
  const notActions = (source.NotAction ?? []).map(actionPattern);
  const resources = (source.Resource ?? []).map(resourcePattern);
  const notResources = (source.NotResource ?? []).map(resourcePattern);
  const conditions = compileConditions(source);
  const pairs = sides({ actions, notActions }, { resources, notResources });
  return {
    effect: source.Effect,
    actions,
    resources,
    match: (need) =>
      conditions.every((holds) => holds(need.context ?? new Map())) ? pairs(need) : [],
  };
}

interface Actions {
  readonly actions: readonly Pattern[];
  readonly notActions: readonly Pattern[];
}
interface Targets {
  readonly resources: readonly Pattern[];
  readonly notResources: readonly Pattern[];
}
const sides =
  ({ actions, notActions }: Actions, { resources, notResources }: Targets) =>
  ({ action, resource }: Need): readonly Match[] => {
    const byAction = either(action, actions, notActions);
    const byResource = either(resource, resources, notResources);
    return byAction.flatMap((left) =>
      byResource.map((right) => ({ action: left, resource: right })),
    );
  };

function either(text: string, wanted: readonly Pattern[], unwanted: readonly Pattern[]) {
  if (unwanted.length > 0)
    return unwanted.some(({ matches }) => matches.test(text))
      ? []
      : [`not ${unwanted.map((pattern) => pattern.text).join(', ')}`];
  return wanted.filter(({ matches }) => matches.test(text)).map((pattern) => pattern.text);
}

const actionPattern = (text: string): Pattern => ({ text, matches: wildcard(text, 'i') });

function resourcePattern(text: string): Pattern {
  if (text.includes('${')) throw new Error(`the local host knows no policy variables (${text})`);
  return { text, matches: wildcard(text) };
}

function compileConditions(source: StatementSource): readonly Condition[] {
  return Object.entries(source.Condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, expected]) => {
      if (touchesObserved(source) && !isFilledKey(key))
        throw new Error(`the local host does not fill the condition key ${key}`);
      return compileCondition({ operator, key, expected });
    }),
  );
}

/** A condition on logs:… never meets a request, so only the services the host plays must be understood. */
const touchesObserved = ({ Action = [], NotAction }: StatementSource) =>
  NotAction !== undefined ||
  Action.some((action) =>
    OBSERVED_SERVICES.some((service) => action === '*' || action.startsWith(`${service}:`)),
  );
