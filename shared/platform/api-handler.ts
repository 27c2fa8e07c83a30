import middy from '@middy/core';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Route } from '../contracts/route.ts';
import { type Result } from '../domain/result.ts';
import type { StaffMember } from '../domain/staff.ts';
import { type ApiEvent, type ApiRequest, parseRequest } from './api-request.ts';
import { authenticate } from './authenticate.ts';
import { contentTag, namesTag, versionTag } from './etag.ts';
import { causeOf, log } from './logger.ts';
import { languageOf, problemResponse } from './problem-response.ts';
import type { AppError } from './problems.ts';

/** What a handler answers with when it succeeds. */
export interface Reply {
  readonly body?: unknown;
  /** Goes out as the ETag. */
  readonly version?: number;
  readonly location?: string;
  /** Anything but JSON: a page, a file. */
  readonly raw?: { readonly contentType: string } & (
    { readonly text: string } | { readonly bytes: Uint8Array }
  );
  readonly headers?: Readonly<Record<string, string>>;
  /** Only where it differs from the route's: a repeated creation answers 200. */
  readonly status?: number;
}

export type Handler<R extends Route = Route> = (
  request: ApiRequest<R>,
) => Promise<Result<Reply, AppError>>;

/** One handler for each operation of the table: a missing one does not compile. */
export type Handlers<Routes extends readonly Route[]> = {
  readonly [R in Routes[number] as R['operation']]: Handler<R>;
};

export interface Api<Routes extends readonly Route[]> {
  readonly routes: Routes;
  readonly handlers: Handlers<Routes>;
  /** Finds the person or machine behind a token; functions without scoped routes need none. */
  readonly findStaff?: (subject: string) => Promise<StaffMember | undefined>;
}

type Response = APIGatewayProxyStructuredResultV2;

/** The Lambda of one audience: dispatch by route key, sign-in, permission, parsing, one handler, one error map. */
export const createApi = <const Routes extends readonly Route[]>(api: Api<Routes>) => {
  const byKey = new Map(api.routes.map((route) => [`${route.method} ${route.path}`, route]));
  const findStaff = api.findStaff ?? (() => Promise.resolve(undefined));

  const dispatch = async (event: ApiEvent): Promise<Response> => {
    const route = byKey.get(event.routeKey);
    if (route === undefined) return refuse(event, { code: 'ROUTE_NOT_FOUND' });
    const staff = await authenticate(route, event, findStaff);
    if (!staff.ok) return refuse(event, staff.error);
    const request = parseRequest(route, event);
    if (!request.ok) return refuse(event, request.error);
    // The mapped type above guarantees the handler; the compiler cannot index it by a runtime name.
    const handler = (api.handlers as Record<string, Handler>)[route.operation];
    if (handler === undefined) return refuse(event, { code: 'ROUTE_NOT_FOUND' });
    const result = await handler({ ...request.value, staff: staff.value as never });
    return result.ok ? unlessKnown(event, reply(route, result.value)) : refuse(event, result.error);
  };

  return middy<ApiEvent, Response>(dispatch)
    .after(({ event, response }) => {
      log('REQUEST_DONE', { route: event.routeKey, status: response?.statusCode });
    })
    .onError((request) => {
      log('REQUEST_FAILED', { route: request.event.routeKey, ...causeOf(request.error) });
      request.response = refuse(request.event, { code: 'INTERNAL' });
    });
};

const refuse = ({ headers, requestContext }: ApiEvent, error: AppError): Response =>
  problemResponse(error, {
    language: languageOf(headers['accept-language']),
    requestId: requestContext.requestId,
  });

function reply(route: Route, answer: Reply): Response {
  const { body, location, raw, headers, status } = answer;
  const etag = tagOf(route, answer);
  return {
    statusCode: status ?? route.success.status,
    headers: {
      'content-type': raw?.contentType ?? 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...(etag !== undefined && { etag }),
      ...(location !== undefined && { location }),
      ...headers,
    },
    ...written(raw, body),
  };
}

/** API Gateway takes text alone, and makes bytes of Base64 that is said to be so. */
function written(raw: Reply['raw'], body: unknown): Pick<Response, 'body' | 'isBase64Encoded'> {
  if (raw === undefined) return { body: textOf(body) };
  return 'text' in raw
    ? { body: raw.text }
    : { body: Buffer.from(raw.bytes).toString('base64'), isBase64Encoded: true };
}

/** Whatever is read has one, so that a screen can ask again and be told that nothing has changed. */
function tagOf({ method }: Route, { version, raw, body }: Reply): string | undefined {
  if (version !== undefined) return versionTag(version);
  const content = raw === undefined ? body : written(raw, body);
  return method === 'GET' && content !== undefined ? contentTag(content) : undefined;
}

/** 304 without a body to a reader who has this answer already. */
function unlessKnown({ headers, routeKey }: ApiEvent, response: Response): Response {
  const { etag } = response.headers ?? {};
  const known =
    routeKey.startsWith('GET ') &&
    typeof etag === 'string' &&
    namesTag(headers['if-none-match'], etag);
  if (!known) return response;
  const { 'content-type': _, ...kept } = response.headers ?? {};
  return { statusCode: 304, headers: kept };
}

const textOf = (body: unknown): string => (body === undefined ? '' : JSON.stringify(body));
