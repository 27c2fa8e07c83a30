import * as z from 'zod';

const Response = z
  .object({
    batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish(),
  })
  .nullish();

/**
 * Ids in a function's partial batch response. A response that cannot be read fails the whole batch; none at all, or
 * an empty list, means that everything is done.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting
 */
export function failedItems(payload: unknown): readonly string[] | 'unreadable' {
  const parsed = Response.safeParse(payload);
  if (!parsed.success) return 'unreadable';
  return (parsed.data?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
}
