import type * as z from 'zod';
import type { CallBacksBody } from '../../shared/contracts/desk.ts';
import type { Jurisdiction } from '../../shared/domain/jurisdiction-lookups.ts';
import type { CallBack } from '../../shared/usecases/list-call-backs.ts';

/** Whom to call, without the number: that is read with the case. */
export const callBacksBody = (
  { callBacks, next }: { readonly callBacks: readonly CallBack[]; readonly next: string | null },
  { sla: { callBacks: rules } }: Pick<Jurisdiction, 'sla'>,
): z.input<typeof CallBacksBody> => ({
  callBacks: callBacks.map(({ case: current, ...callBack }) => ({
    caseId: current.caseId,
    trackingCode: current.trackingCode,
    version: current.version,
    serviceCode: current.serviceCode,
    areaCode: current.areaCode,
    priority: current.priority,
    summary: current.summary,
    lead: current.lead,
    ...callBack,
    maxAttempts: rules.maxAttempts,
  })),
  next,
});
