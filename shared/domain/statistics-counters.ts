import type { ReturnReason } from './case.ts';

/**
 * Whether the first routing was right and what was returned, on the day of the first forwarding. Few cases count in any
 * of these, so they lie in rows of their own, and a case that was right at the first try pays for none.
 */
export const RETURN_COUNTERS = [
  'misrouted',
  'misroutedAnswered',
  'returned',
  'returnedAgain',
  'returnsWrongDepartment',
  'returnsWrongPlace',
  'returnsNoInformation',
  'returnsOutOfScope',
  'returnsOther',
  'lostMinutes',
  'refused',
  'passedOn',
] as const;
export type ReturnCounter = (typeof RETURN_COUNTERS)[number];

/** What happened on a day, in the rows of class, department and channel, and of services in rows of their own. */
export const ACTIVITY_COUNTERS = [
  'answersGiven',
  'judgedSatisfied',
  'judgedAcceptable',
  'judgedUnsatisfied',
  'reopenings',
  'returnsMade',
  'closures',
] as const;
export type ActivityCounter = (typeof ACTIVITY_COUNTERS)[number];

/** A return counts in one of them, so together they are all returns. */
export const REASON_COUNTERS = {
  wrong_department: 'returnsWrongDepartment',
  wrong_place: 'returnsWrongPlace',
  not_enough_information: 'returnsNoInformation',
  out_of_scope: 'returnsOutOfScope',
  other: 'returnsOther',
} as const satisfies Record<ReturnReason, ReturnCounter>;

/** What became of the service that the machine proposed, on the day of receipt. A case with a proposal is in one. */
export const SERVICE_FATES = [
  'sureKept',
  'sureChanged',
  'sureWrong',
  'unsureKept',
  'unsureChanged',
  'unsureWrong',
  'proposalOpen',
  'proposalUnused',
] as const;
export type ServiceFate = (typeof SERVICE_FATES)[number];

/**
 * What became of the lead that it proposed, on the day of the first forwarding. A forwarded case with a proposal is in
 * `leadTaken`, `leadChanged` or `leadUnproposed`; the other two are of the first two.
 */
export const LEAD_FATES = [
  'leadTaken',
  'leadTakenWrong',
  'leadChanged',
  'leadChangedRight',
  'leadUnproposed',
] as const;
export type LeadFate = (typeof LEAD_FATES)[number];

export const PROPOSAL_COUNTERS = [...SERVICE_FATES, ...LEAD_FATES] as const;
export type ProposalCounter = (typeof PROPOSAL_COUNTERS)[number];
