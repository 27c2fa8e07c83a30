import type { EventBody } from '../case-events.ts';
import type { Case } from '../case.ts';
import { isActive } from '../department.ts';
import { err, ok, type Result } from '../result.ts';
import { handOffDueAt } from '../sla.ts';
import type { ServiceCode } from '../service-catalog.ts';
import type { Context, DecisionError } from './context.ts';
import { instant } from './deadlines.ts';

export type LogInput = Pick<
  Case,
  'class' | 'serviceCode' | 'areaCode' | 'channel' | 'summary' | 'trackingCode'
> &
  Partial<Pick<Case, 'attributes' | 'proposed' | 'repeats'>> & {
    readonly priority?: Case['priority'] | undefined;
  };

type Logged = Extract<EventBody, { type: 'CaseLogged' }>;

/** A new case at the desk. Class, service and place are proposals until an agent routes or answers it. */
export function decideLog(
  input: LogInput,
  { at, jurisdiction }: Context,
): Result<Logged, DecisionError> {
  const classified = checkClassification(input, jurisdiction);
  if (!classified.ok) return classified;
  const urgent = classified.value.service?.urgent === true;
  return ok({
    type: 'CaseLogged',
    class: classified.value.class,
    serviceCode: input.serviceCode,
    areaCode: input.areaCode,
    trackingCode: input.trackingCode,
    channel: input.channel,
    priority: input.priority ?? (urgent ? 'urgent' : 'normal'),
    summary: input.summary,
    ...whatIsKnown(input),
    receivedAt: at,
    handOffDueAt: instant(handOffDueAt(jurisdiction.sla, new Date(at))),
  });
}

/** What most cases have nothing of is left out of their first event. */
const whatIsKnown = ({ attributes = {}, proposed, repeats }: LogInput) => ({
  ...(Object.keys(attributes).length > 0 && { attributes }),
  ...(proposed != null && { proposed }),
  ...(repeats != null && { repeats }),
});

export type Classification = Pick<Case, 'class' | 'serviceCode' | 'areaCode'>;

/**
 * Codes must exist, and a class must be its service's. A service alone gives the class. One that is not offered any more is
 * kept by the cases that have it (`kept`), and given to no other.
 */
export function checkClassification(
  { class: caseClass, serviceCode, areaCode }: Classification,
  jurisdiction: Context['jurisdiction'],
  kept: Case['serviceCode'] = null,
) {
  if (areaCode !== null && !jurisdiction.areas.has(areaCode))
    return err({ code: 'UNKNOWN_AREA', areaCode } as const);
  if (serviceCode === null) return ok({ class: caseClass, service: undefined });
  const service = chosenService(serviceCode, kept, jurisdiction);
  if (!service.ok) return service;
  if (caseClass !== null && caseClass !== service.value.class) {
    return err({ code: 'CLASS_MISMATCH', serviceCode } as const);
  }
  return ok({ class: service.value.class, service: service.value });
}

function chosenService(
  serviceCode: ServiceCode,
  kept: Case['serviceCode'],
  { services }: Context['jurisdiction'],
) {
  const service = services.get(serviceCode);
  if (service === undefined) return err({ code: 'UNKNOWN_SERVICE', serviceCode } as const);
  return isActive(service) || serviceCode === kept
    ? ok(service)
    : err({ code: 'SERVICE_INACTIVE', serviceCode } as const);
}
