import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import * as z from 'zod';
import type { Route } from '../contracts/route.ts';
import type { StaffMember } from '../domain/staff.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { AppError } from './problems.ts';

export type ApiEvent = APIGatewayProxyEventV2WithJWTAuthorizer;

type Parsed<S> = S extends z.ZodType ? z.infer<S> : undefined;

/** What a handler gets: parsed, checked, and with who asks. */
export interface ApiRequest<R extends Route = Route> {
  readonly params: Parsed<R['params']>;
  readonly query: Parsed<R['query']>;
  readonly body: Parsed<R['body']>;
  /** Version that the caller read; present where the route demands it. */
  readonly ifMatch: R['ifMatch'] extends true ? number : undefined;
  readonly idempotencyKey: R['idempotencyKey'] extends 'required' ? string : undefined;
  /** Present on every route with a scope. */
  readonly staff: R['scope'] extends null ? undefined : StaffMember;
  readonly requestId: string;
}

/** Names where each thing went wrong and why; never repeats the value. */
export type RequestError = AppError & {
  readonly problems?: readonly { readonly at: string; readonly because: string }[];
};

/** API Gateway takes 10 MB; no request of ours needs more than this, and a parser should not be fed more. */
export const BODY_LIMIT_BYTES = 256 * 1024;
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{8,128}$/;

/** Parses everything a route declares, in the order in which a caller would mend it. */
export function parseRequest(
  route: Route,
  event: ApiEvent,
): Result<Omit<ApiRequest, 'staff'>, RequestError> {
  const body = readBody(route, event);
  if (!body.ok) return body;
  const preconditions = readPreconditions(route, event);
  if (!preconditions.ok) return preconditions;
  const parsed = {
    params: parse(route.params ?? NOTHING, event.pathParameters ?? {}),
    query: parse(route.query ?? NOTHING, event.queryStringParameters ?? {}),
    body: parse(route.body, body.value),
  };
  const failed = Object.entries(parsed).flatMap(([source, { issues }]) =>
    issues.map((issue) => ({
      at: [source, ...issue.path.map(String)].join('.'),
      because: issue.message,
    })),
  );
  if (failed.length > 0) return err({ code: 'REQUEST_INVALID', problems: failed });
  return ok({
    // The schemas of the route have just given these their types.
    params: parsed.params.value as undefined,
    query: parsed.query.value as undefined,
    body: parsed.body.value as undefined,
    ...(preconditions.value as { ifMatch: undefined; idempotencyKey: undefined }),
    requestId: event.requestContext.requestId,
  });
}

/** A misspelt filter must not pass silently. */
const NOTHING = z.strictObject({});

function parse(schema: z.ZodType | undefined, value: unknown) {
  const result = schema?.safeParse(value);
  return result?.success === false
    ? { value: undefined, issues: result.error.issues }
    : { value: result?.data, issues: [] };
}

function readBody({ body: schema }: Route, event: ApiEvent): Result<unknown, RequestError> {
  if (schema === undefined) return ok(undefined);
  const text = bodyText(event);
  if (Buffer.byteLength(text) > BODY_LIMIT_BYTES) return err({ code: 'BODY_TOO_LARGE' });
  if (text.trim() === '') return ok({});
  const mediaType = event.headers['content-type'] ?? '';
  return /^application\/json\b/i.test(mediaType)
    ? readJson(text)
    : err({ code: 'UNSUPPORTED_MEDIA_TYPE' });
}

const bodyText = ({ body = '', isBase64Encoded }: ApiEvent): string =>
  isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;

function readJson(text: string): Result<unknown, RequestError> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return err({ code: 'MALFORMED_JSON' });
  }
}

function readPreconditions({ ifMatch, idempotencyKey }: Route, { headers }: ApiEvent) {
  const version = readIfMatch(ifMatch === true, headers['if-match']);
  if (!version.ok) return version;
  const key = headers['idempotency-key'];
  if (idempotencyKey === 'required' && !IDEMPOTENCY_KEY.test(key ?? '')) {
    return err({ code: 'IDEMPOTENCY_KEY_REQUIRED' } as const);
  }
  return ok({ ifMatch: version.value, idempotencyKey: key });
}

function readIfMatch(needed: boolean, header: string | undefined) {
  if (!needed) return ok(undefined);
  if (header === undefined) return err({ code: 'IF_MATCH_REQUIRED' } as const);
  const version = /^"(\d{1,9})"$/.exec(header.trim())?.[1];
  return version === undefined ? err({ code: 'IF_MATCH_MALFORMED' } as const) : ok(Number(version));
}
