import type { Actor } from '../actor.ts';
import type { Case } from '../case.ts';
import type { CaseEvent } from '../case-events.ts';
import type { ServiceCode } from '../service-catalog.ts';
import type { Example } from './example.ts';

/** What the history of a case says of the service that its words belong to. */
export type Label = Pick<Example, 'service' | 'kind' | 'by'>;

type Told = Pick<CaseEvent, 'by' | 'body'>;

/**
 * The label that people gave a case; undefined where they gave none that stood. It stands once it was answered as that
 * service: what was refused, withdrawn or merged says nothing, and what only the machine said would teach it its own opinion.
 */
export function labelOf(
  current: Pick<Case, 'serviceCode' | 'proposed' | 'rounds' | 'mergedInto' | 'closeReason'>,
  events: readonly Told[],
): Label | undefined {
  const { serviceCode: service, proposed } = current;
  if (service === null || !isSettled(current)) return undefined;
  const by = lastToDecide(service, events);
  if (by === undefined || by.role === 'system') return undefined;
  const kind = kindOf({ service, proposed: proposed?.service ?? null, events });
  return { service, kind, by: by.id };
}

interface Decided {
  readonly service: ServiceCode;
  readonly proposed: ServiceCode | null;
  readonly events: readonly Told[];
}

function kindOf({ service, proposed, events }: Decided): Label['kind'] {
  if (wasReturnedAsAnother(service, events)) return 'returned';
  return proposed === null || proposed === service ? 'confirmed' : 'corrected';
}

const isSettled = ({
  rounds,
  mergedInto,
  closeReason,
}: Pick<Case, 'rounds' | 'mergedInto' | 'closeReason'>): boolean =>
  rounds.length > 0 && mergedInto === null && closeReason !== 'rejected';

/** The service that each event said, where it said one. */
const saidBy = ({ body }: Told): ServiceCode | null | undefined =>
  body.type === 'CaseLogged' || body.type === 'CaseClassified' ? body.serviceCode : undefined;

/** Who made it that service: an agent who later corrects the place alone has not chosen it anew. */
function lastToDecide(service: ServiceCode, events: readonly Told[]): Actor | undefined {
  let before: ServiceCode | null = null;
  let by: Actor | undefined;
  for (const event of events) {
    const said = saidBy(event);
    if (said === undefined) continue;
    if (said === service && before !== service) by = event.by;
    before = said;
  }
  return by;
}

/** A department sent it back as not its own, and it was another service then. */
function wasReturnedAsAnother(service: ServiceCode, events: readonly Told[]): boolean {
  let now: ServiceCode | null = null;
  for (const event of events) {
    now = saidBy(event) ?? now;
    const { body } = event;
    const isWrong = body.type === 'CaseReturned' && body.reason === 'wrong_department';
    if (isWrong && now !== null && now !== service) return true;
  }
  return false;
}
