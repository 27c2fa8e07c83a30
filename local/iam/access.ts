import { lastSegment, parseArn } from '../aws/arn.ts';
import type { ResolvedResource, Resources } from '../types.ts';
import { type Need, OBSERVED_SERVICES } from './context.ts';
import type { Match, Statement } from './policy-document.ts';
import { statementsByRole } from './roles.ts';

/** A call that a function's role does not permit. */
export interface Denial {
  readonly functionName: string;
  readonly action: string;
  readonly resource: string;
  /** AWS's sentence. */
  readonly message: string;
}

/** One action and resource of a function's role, as the policy writes them. */
export interface Grant {
  readonly functionName: string;
  readonly action: string;
  readonly resource: string;
}

export interface Principal {
  readonly functionName: string;
  readonly account: string;
  readonly roleName: string;
}

/** Holds calls against the IAM statements in the templates. */
export interface Access {
  /** Account of the functions' roles, in which everything of the templates lies. */
  readonly account: string;
  /** The function of that physical name; undefined when the templates have none. */
  principal(functionName: string): Principal | undefined;
  /** The first need that is not permitted, recorded; undefined when all are. */
  check(principal: Principal, needs: readonly Need[]): Denial | undefined;
  /** Each once, however often it was asked. */
  denials(): readonly Denial[];
  /** Grants on the services the host plays that no call has used since the start. */
  unusedGrants(): readonly Grant[];
}

interface Holder extends Principal {
  readonly statements: readonly Statement[];
  readonly used: Set<string>;
}

/** @throws when a policy holds something that cannot be evaluated here, or a function has no role in the templates. */
export function createAccess(resources: Resources): Access {
  const statements = statementsByRole(resources);
  const holders = new Map(
    resources
      .ofType('AWS::Lambda::Function')
      .map((resource) => holderOf(resource, statements))
      .map((holder) => [holder.functionName, holder]),
  );
  const denials = new Map<string, Denial>();
  return {
    account: [...holders.values()][0]?.account ?? '000000000000',
    principal: (functionName) => holders.get(functionName),
    check: ({ functionName }, needs) => {
      const holder = holders.get(functionName);
      if (holder === undefined) throw new Error(`no function is named ${functionName}`);
      for (const need of needs) {
        const denial = denialOf(holder, need);
        if (denial === undefined) continue;
        denials.set(denial.message, denial);
        return denial;
      }
      return undefined;
    },
    denials: () => [...denials.values()],
    unusedGrants: () => [...holders.values()].flatMap(unusedOf),
  };
}

function holderOf(
  resource: ResolvedResource,
  statements: ReadonlyMap<string, readonly Statement[]>,
): Holder {
  const functionName = resource.name;
  const role = resource.properties['Role'];
  if (typeof role !== 'string') throw new Error(`${functionName}: its role is not resolved`);
  const roleName = lastSegment(role);
  const own = statements.get(roleName);
  if (own === undefined) throw new Error(`${functionName}: the templates have no role ${roleName}`);
  return {
    functionName,
    roleName,
    account: parseArn(role).account,
    statements: own,
    used: new Set(),
  };
}

/** A Deny wins over every Allow. */
function denialOf(holder: Holder, need: Need): Denial | undefined {
  const matching = (effect: Statement['effect']) =>
    holder.statements.flatMap((statement) =>
      statement.effect === effect ? statement.match(need) : [],
    );
  if (matching('Deny').length > 0)
    return refusal(holder, need, 'with an explicit deny in an identity-based policy');
  const allowed = matching('Allow');
  if (allowed.length === 0)
    return refusal(
      holder,
      need,
      `because no identity-based policy allows the ${need.action} action`,
    );
  for (const match of allowed) holder.used.add(keyOf(match));
  return undefined;
}

function refusal(holder: Holder, { action, resource }: Need, reason: string): Denial {
  const { functionName, account, roleName } = holder;
  const user = `arn:aws:sts::${account}:assumed-role/${roleName}/${functionName}`;
  const message = `User: ${user} is not authorized to perform: ${action} on resource: ${resource} ${reason}`;
  return { functionName, action, resource, message };
}

function unusedOf({ functionName, statements, used }: Holder): readonly Grant[] {
  const grants = statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(({ actions, resources }) =>
      actions.flatMap((action) =>
        resources.map((resource) => ({ action: action.text, resource: resource.text })),
      ),
    );
  const unused = grants.filter((grant) => isUsable(grant) && !used.has(keyOf(grant)));
  const distinct = new Map(unused.map((grant) => [keyOf(grant), { functionName, ...grant }]));
  return [...distinct.values()];
}

/** CDK grants item actions on a table and on its indexes alike; an index answers queries and scans only. */
function isUsable({ action, resource }: Match): boolean {
  if (action !== '*' && !OBSERVED_SERVICES.some((service) => action.startsWith(`${service}:`)))
    return false;
  const onIndex = action.startsWith('dynamodb:') && resource.includes('/index/');
  return !onIndex || /^dynamodb:(Query|Scan|.*\*.*)$/.test(action);
}

const keyOf = ({ action, resource }: Match) => `${action} ${resource}`;
