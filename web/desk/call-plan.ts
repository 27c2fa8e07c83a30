import type { paths } from '../platform/api-types.ts';
import type { CallDraft, LogCase } from './call-draft.ts';

export type Proposal =
  paths['/v1/desk/drafts']['post']['responses']['200']['content']['application/json'];
type DraftRequest = paths['/v1/desk/drafts']['post']['requestBody']['content']['application/json'];

/** What a call will become: what the person chose, else what is proposed. */
export interface CallPlan {
  readonly serviceCode: string | null;
  readonly areaCode: string | null;
  readonly lead: string | null;
  readonly supporting: readonly string[];
  /** The catalogue leaves it to the desk to answer. */
  readonly isForDesk: boolean;
}

/** What becomes of a call once it is logged. */
export type Intent = 'route' | 'answer' | 'log';

export function planOf(draft: CallDraft, proposal: Proposal | undefined): CallPlan {
  const proposed = proposedRoute(proposal);
  const { serviceCode = null, areaCode = null } = proposal ?? {};
  const { lead, supporting } = leadOf(draft, proposed);
  return {
    serviceCode: draft.serviceCode ?? serviceCode,
    areaCode: draft.areaCode ?? areaCode,
    lead,
    supporting: supporting.filter((code) => code !== lead),
    isForDesk: draft.lead === null && proposed.isForDesk,
  };
}

const leadOf = (
  { lead, supporting }: CallDraft,
  proposed: Pick<CallPlan, 'lead' | 'supporting'>,
): Pick<CallPlan, 'lead' | 'supporting'> => ({
  lead: lead ?? proposed.lead,
  supporting: supporting ?? proposed.supporting,
});

function proposedRoute(proposal: Proposal | undefined): Omit<CallPlan, 'serviceCode' | 'areaCode'> {
  const nobody = { lead: null, supporting: [], isForDesk: false };
  const { route } = proposal ?? {};
  if (route?.decided !== true) return nobody;
  return route.to === 'desk'
    ? { ...nobody, isForDesk: true }
    : { lead: route.lead, supporting: route.supporting, isForDesk: false };
}

/** What the main button does now. */
export function intentOf(draft: CallDraft, plan: CallPlan): Intent {
  if (draft.answer !== null) return 'answer';
  return draft.duplicateOf === null && plan.lead !== null && plan.serviceCode !== null
    ? 'route'
    : 'log';
}

/** What is asked while the person types: their choices count, so that nothing chosen is guessed again. */
export const draftRequestOf = (draft: CallDraft): DraftRequest => ({
  channel: draft.channel,
  description: draft.description,
  ...filled({ place: draft.place }),
  ...(draft.serviceCode !== null && { serviceCode: draft.serviceCode }),
  ...(draft.areaCode !== null && { areaCode: draft.areaCode }),
  ...(draft.urgent && { priority: 'urgent' as const }),
});

interface RouteBody {
  lead?: string;
  supporting?: string[];
  districtCode?: string;
}

/** A step after the logging, on the case that it made. */
export type NextStep =
  | { readonly action: 'route'; readonly body: RouteBody }
  | { readonly action: 'answer'; readonly body: { text: string } };

/** A call on its way to the API: logged under its key, then taken one step on. */
export interface Submission {
  readonly key: string;
  readonly call: LogCase;
  readonly then: NextStep | null;
  /** As it was typed, in case the API refuses it. */
  readonly draft: CallDraft;
  /** The case, once it is logged. */
  readonly logged: {
    readonly caseId: string;
    readonly trackingCode: string;
    readonly version: number;
  } | null;
}

export const submissionOf = (
  draft: CallDraft,
  proposal: Proposal | undefined,
  intent: Intent,
): Submission => {
  const plan = planOf(draft, proposal);
  return {
    key: draft.key,
    draft,
    call: callOf(draft, plan, proposal),
    then: draft.duplicateOf === null ? nextStepOf(draft, { plan, proposal }, intent) : null,
    logged: null,
  };
};

function callOf(draft: CallDraft, plan: CallPlan, proposal: Proposal | undefined): LogCase {
  const caller = filled({ name: draft.name, phone: draft.phone });
  return {
    channel: draft.channel,
    description: draft.description,
    ...(Object.keys(caller).length > 0 && { caller }),
    ...filled({ place: draft.place, summary: draft.summary }),
    ...(plan.serviceCode !== null && { serviceCode: plan.serviceCode }),
    ...(plan.areaCode !== null && { areaCode: plan.areaCode }),
    ...(draft.urgent && { priority: 'urgent' as const }),
    ...(proposal !== undefined && { proposal: proposal.proposal }),
    ...(draft.duplicateOf !== null && { duplicateOf: draft.duplicateOf.caseId }),
  };
}

interface Planned {
  readonly plan: CallPlan;
  readonly proposal: Proposal | undefined;
}

function nextStepOf(
  draft: CallDraft,
  { plan, proposal }: Planned,
  intent: Intent,
): NextStep | null {
  if (intent === 'answer') return { action: 'answer', body: { text: draft.answer ?? '' } };
  if (intent === 'log' || plan.lead === null) return null;
  const isChosen = draft.lead !== null || draft.supporting !== null;
  if (isChosen) {
    return { action: 'route', body: { lead: plan.lead, supporting: [...plan.supporting] } };
  }
  // Left as proposed, the rules decide again, so that the case remembers which of them chose.
  return { action: 'route', body: toldBy(proposal) };
}

const toldBy = (proposal: Proposal | undefined): RouteBody => {
  const { districtCode = null } = proposal?.place ?? {};
  return districtCode === null ? {} : { districtCode };
};

/** Without the fields that nothing was typed into. */
const filled = <T extends Readonly<Record<string, string>>>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, text]) => text.trim() !== '')) as Partial<T>; // Some of its own fields.
