import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { ACCOUNT, REGION } from '../template/environment.ts';
import type { Caller } from './jwt-authorizer.ts';
import type { MatchedRoute } from './route-match.ts';

/** Everything that makes up one event. */
export interface Received {
  readonly request: IncomingMessage;
  readonly body: Buffer;
  readonly matched: MatchedRoute;
  readonly caller: Caller | undefined;
  readonly apiId: string;
  /** Instant of the request, epoch ms. */
  readonly at: number;
}

/** The event of payload format 2.0. Without an authorizer the part of that name is missing. */
export type RequestEvent = Omit<APIGatewayProxyEventV2WithJWTAuthorizer, 'requestContext'> & {
  requestContext: Omit<
    APIGatewayProxyEventV2WithJWTAuthorizer['requestContext'],
    'authorizer' | 'authentication'
  > & {
    authorizer?: { jwt: { claims: Caller['claims']; scopes: readonly string[] | null } };
  };
};

/** Headers that end at API Gateway, and the one by which a local client says when a request happens. */
const NOT_PASSED = new Set([
  'connection',
  'cookie',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'x-local-at',
]);

export function toEvent(received: Received): RequestEvent {
  const { request, matched, body } = received;
  const { pathname, search, searchParams } = urlOf(request);
  const query = joinRepeated([...searchParams]);
  const { cookie } = request.headers;
  const base64 = !isText(request.headers['content-type']);
  return {
    version: '2.0',
    routeKey: matched.route.routeKey,
    // Decoded, as HTTP APIs send it, although its name says otherwise.
    rawPath: decodeURIComponent(pathname),
    rawQueryString: search.slice(1),
    ...(cookie !== undefined && { cookies: cookie.split(/; */) }),
    headers: passedHeaders(request),
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    requestContext: contextOf(received, decodeURIComponent(pathname)),
    ...(Object.keys(matched.pathParameters).length > 0 && {
      pathParameters: matched.pathParameters,
    }),
    ...(body.length > 0 && { body: body.toString(base64 ? 'base64' : 'utf8') }),
    isBase64Encoded: body.length > 0 && base64,
  };
}

/** The address asked for; the host in it means nothing. Throws a TypeError when it cannot be read. */
export const urlOf = (request: IncomingMessage): URL =>
  new URL(`http://localhost${request.url ?? '/'}`);

function contextOf(
  { request, matched, caller, apiId, at }: Received,
  path: string,
): RequestEvent['requestContext'] {
  const domainName = `${apiId}.execute-api.${REGION}.amazonaws.com`;
  return {
    accountId: ACCOUNT,
    apiId,
    ...(caller && { authorizer: { jwt: { claims: caller.claims, scopes: caller.scopes } } }),
    domainName,
    domainPrefix: apiId,
    http: {
      method: request.method ?? '',
      path,
      protocol: `HTTP/${request.httpVersion}`,
      sourceIp: sourceIp(request),
      userAgent: request.headers['user-agent'] ?? '',
    },
    requestId: randomBytes(11).toString('base64url'),
    routeKey: matched.route.routeKey,
    stage: '$default',
    time: clfTime(new Date(at)),
    timeEpoch: at,
  };
}

function passedHeaders(request: IncomingMessage): Record<string, string> {
  const { rawHeaders } = request;
  const pairs = rawHeaders.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[name.toLowerCase(), rawHeaders[index + 1] ?? '']] : [],
  );
  const forwarded = joinRepeated([
    ...pairs.filter(([name]) => !NOT_PASSED.has(name)),
    ['x-forwarded-for', sourceIp(request)],
  ]);
  return { ...forwarded, 'x-forwarded-proto': 'http' };
}

function joinRepeated(pairs: readonly (readonly [string, string])[]): Record<string, string> {
  const joined = new Map<string, string>();
  for (const [name, value] of pairs) {
    const before = joined.get(name);
    joined.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(joined);
}

const sourceIp = (request: IncomingMessage): string => request.socket.remoteAddress ?? '127.0.0.1';

/** A form (`application/x-www-form-urlencoded`) counts as binary, as it does for HTTP APIs. */
const isText = (contentType = 'text/plain'): boolean =>
  /^(text\/|application\/(json|xml|javascript)\b|application\/[\w.-]+\+(json|xml)\b)/i.test(
    contentType,
  );

/** `12/Mar/2020:19:03:58 +0000`, the form of the common log format. */
function clfTime(at: Date): string {
  const [, day = '', month = '', year = '', time = ''] = at.toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}
