import * as z from 'zod';
import type { ReturnReason } from '../domain/case.ts';
import { LocalDay } from '../domain/statistics.ts';
import { RETURN_FIGURES } from '../domain/statistics-return-figures.ts';
import { ROUTING_FIGURES } from '../domain/statistics-routing-figures.ts';
import { RETURN_BREAKDOWNS, ROUTING_BREAKDOWNS } from '../domain/statistics-routing-rows.ts';
import { among, asOf, cases, count, DefinitionBody, row, ShareBody } from './statistics.ts';

/** Whole days that have begun; `agent` is for supervisors and managers. */
export const RoutingQuery = z.strictObject({
  from: LocalDay,
  to: LocalDay,
  by: z.enum(ROUTING_BREAKDOWNS).optional(),
});

const ProposalFiguresBody = z.strictObject({
  /** Cases: received in the period by service, forwarded in it by lead. */
  counts: z.strictObject({
    proposals: count,
    serviceKept: count,
    serviceChanged: count,
    serviceWrong: count,
    serviceOpen: count,
    serviceUnused: count,
    leadTaken: count,
    leadTakenWrong: count,
    leadChanged: count,
    leadChangedRight: count,
    leadUnproposed: count,
  }),
  serviceAccuracy: ShareBody,
  sureServiceAccuracy: ShareBody,
  sureShare: ShareBody,
  leadAccuracy: ShareBody,
});

const RoutingFiguresBody = z.strictObject({
  /** Cases forwarded in the period. */
  counts: z.strictObject({
    forwarded: count,
    misrouted: count,
    rightFirst: count,
    answered: count,
    answeredRightFirst: count,
  }),
  firstRouting: ShareBody,
  /** Of answered cases: open ones, which nobody has refused yet, do not flatter it. */
  firstRoutingAnswered: ShareBody,
  firstRoutingRankable: z.boolean(),
  /** Without `by`, and by class, month, model and rule. */
  proposals: ProposalFiguresBody.optional(),
  cases,
});

const answered = {
  period: z.strictObject({ from: LocalDay, to: LocalDay, timeZone: z.string() }),
  asOf,
};

export const RoutingBody = z.strictObject({
  ...answered,
  by: z.enum(ROUTING_BREAKDOWNS).nullable(),
  definitions: z.record(z.enum(ROUTING_FIGURES), DefinitionBody),
  minimumRankingSample: count,
  total: RoutingFiguresBody,
  /** They add up to the total. Of models and agents only those with cases. Empty without `by`. */
  rows: z.array(RoutingFiguresBody.extend({ ...row, among })),
});

export const ReturnsQuery = z.strictObject({
  from: LocalDay,
  to: LocalDay,
  by: z.enum(RETURN_BREAKDOWNS).optional(),
});

/** These count returns, not cases. */
const returnCounts = {
  returns: count,
  reasons: z.strictObject({
    wrong_department: count,
    wrong_place: count,
    not_enough_information: count,
    out_of_scope: count,
    other: count,
  } satisfies Record<ReturnReason, typeof count>),
  lostMinutes: count,
  cases,
};

const ReturnedCasesBody = z.strictObject({
  forwarded: count,
  returned: count,
  returnedAgain: count,
  returnRate: ShareBody,
  /** Null when nothing was forwarded. */
  hopsPerCase: z.number().nullable(),
});

export const ReturnsBody = z.strictObject({
  ...answered,
  by: z.enum(RETURN_BREAKDOWNS).nullable(),
  definitions: z.record(z.enum(RETURN_FIGURES), DefinitionBody),
  total: z.strictObject({ ...returnCounts, perCase: ReturnedCasesBody }),
  /** Their returns add up to the total's. Of models, agents and pairs only those with cases. Empty without `by`. */
  rows: z.array(
    z.strictObject({
      ...row,
      among,
      ...returnCounts,
      /** Not by department, where returns are of who refused, nor by pair. */
      perCase: ReturnedCasesBody.optional(),
      /** By department only. Have no total: a case may be refused by several. */
      refusals: z.strictObject({ asked: count, refused: count, refusalRate: ShareBody }).optional(),
    }),
  ),
});
