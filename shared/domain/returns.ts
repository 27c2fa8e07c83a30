import type { Role } from './actor.ts';
import type { Case, Hop } from './case.ts';
import type { Arbiter, SlaRules } from './sla-rules.ts';

type Returned = Pick<Case, 'hops'>;

/**
 * Whether departments send the case to and fro, so that an agent's next guess would only lose more time: it came back as
 * often as the jurisdiction allows, or the last to return it names one that has refused it already.
 */
export const isDisputed = ({ hops }: Returned, { returns }: Pick<SlaRules, 'returns'>): boolean =>
  hops.length >= returns.arbiterFrom || namesARefuser(hops);

/** Back at the desk, and not the desk's to send on. */
export const isWithArbiter = (
  current: Pick<Case, 'hops' | 'status'>,
  rules: Pick<SlaRules, 'returns'>,
): boolean => current.status === 'received' && isDisputed(current, rules);

const namesARefuser = (hops: readonly Hop[]): boolean => {
  const proposed = hops.at(-1)?.proposed ?? null;
  return proposed !== null && hops.some(({ from }) => from === proposed);
};

/** The province office decides for everyone, the supervisor for the desk. */
const roles: Readonly<Record<Arbiter, readonly Role[]>> = {
  supervisor: ['supervisor', 'manager'],
  province_office: ['manager'],
};

export const mayArbitrate = (role: Role, arbiter: Arbiter): boolean =>
  roles[arbiter].includes(role);
