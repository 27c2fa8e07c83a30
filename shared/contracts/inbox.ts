import * as z from 'zod';
import { AreaCode } from '../domain/area.ts';
import { Priority } from '../domain/channel.ts';
import { INBOX_LISTS } from '../domain/inbox.ts';
import { ServiceCode } from '../domain/service-catalog.ts';
import { WorklistQuery } from './case.ts';

/** As long as a summary; nobody types more to find one. */
const WORDS_LIMIT = 120;

export const InboxQuery = WorklistQuery.extend({
  status: WorklistQuery.shape.status.unwrap().default('routed'),
  /** A list of the inbox as it is now, instead of everything under a status. */
  list: z.enum(INBOX_LISTS).optional(),
  serviceCode: ServiceCode.optional(),
  /** A district stands for all its communes and wards. */
  areaCode: AreaCode.optional(),
  priority: Priority.optional(),
  as: z.enum(['lead', 'supporting']).optional(),
  /** In the tracking code or the summary; marks and case make no difference. */
  words: z.string().max(WORDS_LIMIT).optional(),
});

const count = z.int().min(0);

export const InboxCountsBody = z.strictObject({
  /** Each case is in one of `new`, `in_work`, `waiting`, `answered`; `at_risk` and `late` are among the first two. */
  counts: z.strictObject({
    new: count,
    in_work: count,
    waiting: count,
    at_risk: count,
    late: count,
    answered: count,
  }),
  /** False when there were more rows than are counted: the numbers are then the least. */
  complete: z.boolean(),
  /** Another one whenever a row has come, gone or changed. */
  fingerprint: z.string(),
});
