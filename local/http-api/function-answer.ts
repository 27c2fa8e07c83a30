import * as z from 'zod';
import type { InvocationResult } from '../types.ts';
import { type Answer, message } from './answer.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const Structured = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), scalar).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** Headers between two neighbours only, and what the server counts itself. */
const NOT_PASSED = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding']);

/**
 * What API Gateway makes of a function's result in payload format 2.0: a result without `statusCode` is the JSON body
 * of a 200, and one that it cannot read is a 500.
 */
export function toAnswer({ ok, payload }: InvocationResult): Answer {
  if (!ok) return message(500, 'Internal Server Error');
  if (!isStructured(payload))
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: typeof payload === 'string' ? payload : JSON.stringify(payload),
    };
  const parsed = Structured.safeParse(payload);
  return parsed.success ? structured(parsed.data) : message(500, 'Internal Server Error');
}

const structured = (given: z.infer<typeof Structured>): Answer => ({
  status: given.statusCode,
  headers: {
    'content-type': 'text/plain; charset=utf-8',
    ...passed(given.headers ?? {}),
    ...(given.cookies && given.cookies.length > 0 && { 'set-cookie': given.cookies }),
  },
  body: Buffer.from(given.body ?? '', given.isBase64Encoded === true ? 'base64' : 'utf8'),
});

const isStructured = (payload: unknown): boolean =>
  typeof payload === 'object' && payload !== null && 'statusCode' in payload;

const passed = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .map(([name, value]) => [name.toLowerCase(), value] as const)
      .filter(([name]) => !NOT_PASSED.has(name)),
  );
