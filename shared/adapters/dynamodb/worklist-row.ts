import * as z from 'zod';
import { Case, CaseStatus } from '../../domain/case.ts';
import type { WorklistRow } from '../../ports/worklists.ts';
import { idsOf } from './case-items.ts';
import { PART_PREFIX } from './case-keys.ts';

const { trackingCode, version, channel, priority } = Case.shape;
const Projected = z.object({
  pk: z.string(),
  sk: z.string(),
  wsk: z.string(),
  trackingCode,
  version,
  channel,
  priority,
  class: Case.shape.class.default(null),
  serviceCode: Case.shape.serviceCode.default(null),
  areaCode: Case.shape.areaCode.default(null),
  summary: Case.shape.summary.default(null),
  rk: z
    .number()
    .transform((at) => new Date(at).toISOString())
    .nullable()
    .default(null),
  receivedAt: z.number().transform((at) => new Date(at).toISOString()),
  clockStartedAt: z
    .number()
    .transform((at) => new Date(at).toISOString())
    .optional(),
  waiting: z
    .array(z.object({ from: z.number(), until: z.number().optional() }))
    .transform((times) =>
      times.map(({ from, until }) => ({
        from: new Date(from).toISOString(),
        until: until === undefined ? null : new Date(until).toISOString(),
      })),
    )
    .default([]),
});

/** A row of the `worklist` index. Its sort key says under which status it is listed, and until when. */
export const WorklistRowItem = Projected.transform(({ pk, sk, wsk, rk, ...rest }) => {
  const [listed, dueAt = ''] = wsk.split('#');
  const status = CaseStatus.parse(listed);
  const isPart = sk.startsWith(PART_PREFIX);
  const row: WorklistRow = {
    ...rest,
    clockStartedAt: rest.clockStartedAt ?? rest.receivedAt,
    caseId: idsOf({ pk }).caseId,
    status,
    dueAt,
    atRiskAt: rk,
    as: isPart ? 'supporting' : 'lead',
    partStatus: isPart ? partStatusOf(status) : null,
  };
  return { wsk, row };
});

/** The inverse of `partListStatus`. */
const partStatusOf = (listed: CaseStatus) => (listed === 'answered' ? 'answered' : 'open');
