import * as z from 'zod';
import { Actor } from '../domain/actor.ts';
import { Case, Instant } from '../domain/case.ts';
import { RoutingRule, RULES_MAX } from '../domain/routing-rule.ts';
import { plainText } from '../domain/text/clean.ts';
import { RouteProposalBody } from './case.ts';

const REASON_LIMIT = 1_000;

/** In order; what none of them decides goes by the service catalogue. */
export const RulesRequest = z.strictObject({
  rules: z
    .array(
      RoutingRule.extend({
        name: plainText({ min: 1, max: 120 }),
        nameEn: plainText({ min: 1, max: 120 }),
      }),
    )
    .max(RULES_MAX),
});
export const PublishRulesRequest = RulesRequest.extend({
  reason: plainText({ min: 1, max: REASON_LIMIT }),
});

export const RulesVersionBody = z.strictObject({
  /** 0: the rules that come with the software. */
  number: z.int().min(0),
  published: z
    .strictObject({
      at: Instant,
      by: Actor,
      reason: z.string(),
      added: z.array(z.string()),
      removed: z.array(z.string()),
      changed: z.array(z.string()),
    })
    .nullable(),
});

export const RulesBody = RulesVersionBody.extend({ rules: z.array(RoutingRule) });

const RuleProblems = z.array(
  z.strictObject({
    code: z.string(),
    /** Place among the rules: `rules[3].lead`. */
    path: z.string(),
    message: z.string(),
    messageVi: z.string(),
  }),
);

/** Rules that were right when they were published may name a department that takes no new cases since. */
export const CurrentRulesBody = RulesBody.extend({ problems: RuleProblems });

export const RulesHistoryBody = z.strictObject({
  /** Newest first. */
  versions: z.array(RulesVersionBody),
});

export const RulesParams = z.strictObject({
  number: z.coerce.number().int().min(0).max(999_999),
});

const { caseId, trackingCode, serviceCode, areaCode, summary } = Case.shape;

export const RulesPreviewBody = z.strictObject({
  /** Send it as If-Match to publish on the rules that were compared with. */
  basedOn: z.int().min(0),
  problems: RuleProblems,
  effect: z
    .strictObject({
      /** Of the latest cases: how many were looked at, and how many have a service and so can be routed. */
      looked: z.int(),
      routable: z.int(),
      /** That would go to other departments. */
      changed: z.int(),
      /** Cases that have a lead, and how many of them the rules of now, and these, would send to it. */
      judged: z.int(),
      rightNow: z.int(),
      rightThen: z.int(),
      byRule: z.array(z.strictObject({ rule: z.string().nullable(), now: z.int(), then: z.int() })),
      examples: z.array(
        z.strictObject({
          case: z.strictObject({ caseId, trackingCode, serviceCode, areaCode, summary }),
          now: RouteProposalBody,
          then: RouteProposalBody,
        }),
      ),
    })
    .nullable(),
});
