import type { IncomingMessage } from 'node:http';
import type { FunctionRuntime, HostClock } from '../types.ts';
import { type Answer, message } from './answer.ts';
import type { ApiRoute, HttpApi } from './api-definition.ts';
import { isPreflight, preflightAnswer, withCors } from './cors.ts';
import { toAnswer } from './function-answer.ts';
import type { Authorization, Authorize } from './jwt-authorizer.ts';
import { readBody } from './read-body.ts';
import { type Received, toEvent, urlOf } from './request-event.ts';
import { createRouteMatcher, type MatchedRoute } from './route-match.ts';

export interface GatewayOptions {
  readonly api: HttpApi;
  readonly runtime: FunctionRuntime;
  readonly clock: HostClock;
  /** By name of the authorizer. */
  readonly authorizers: ReadonlyMap<string, Authorize>;
}

/** Answers one request as API Gateway would. */
export type Gateway = (request: IncomingMessage) => Promise<Answer>;

/** API Gateway takes no larger body. */
const LARGEST_BODY_BYTES = 10 * 1_024 * 1_024;

export function createGateway(options: GatewayOptions): Gateway {
  const match = createRouteMatcher(options.api.routes);
  const { cors } = options.api;
  return async (request) => {
    const { origin } = request.headers;
    if (cors && origin !== undefined && isPreflight(request)) return preflightAnswer(cors, origin);
    const answer = await routed(request, match, options);
    return cors ? withCors(answer, cors, origin) : answer;
  };
}

async function routed(
  request: IncomingMessage,
  match: ReturnType<typeof createRouteMatcher>,
  options: GatewayOptions,
): Promise<Answer> {
  const matched = tryMatch(request, match);
  if (matched === 'unreadable') return message(400, 'Bad Request');
  if (matched === undefined) return message(404, 'Not Found');
  const authorization = await authorize(request, matched.route, options);
  if (authorization?.ok === false) return authorization.answer;
  const body = await readBody(request, LARGEST_BODY_BYTES);
  if (body === undefined) return message(413, 'Request Entity Too Large');
  const at = instantOf(request);
  return invoke(
    {
      request,
      body,
      matched,
      caller: authorization?.caller,
      apiId: options.api.apiId,
      at: at ?? options.clock.now(),
    },
    options.runtime,
    at,
  );
}

function tryMatch(
  request: IncomingMessage,
  match: ReturnType<typeof createRouteMatcher>,
): MatchedRoute | undefined | 'unreadable' {
  try {
    const { pathname } = urlOf(request);
    decodeURIComponent(pathname);
    return match(request.method ?? '', pathname);
  } catch {
    return 'unreadable';
  }
}

function authorize(
  request: IncomingMessage,
  { authorizer, scopes, routeKey }: ApiRoute,
  { authorizers }: GatewayOptions,
): Promise<Authorization> | undefined {
  if (authorizer === undefined) return undefined;
  const check = authorizers.get(authorizer.name);
  if (check === undefined) throw new Error(`No authorizer ${authorizer.name} for ${routeKey}`);
  return check(request.headers.authorization, scopes);
}

/** The instant that a local client gives its request, when it gives one that can be read. */
function instantOf(request: IncomingMessage): number | undefined {
  const given = request.headers['x-local-at'];
  const at = typeof given === 'string' ? Date.parse(given) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

async function invoke(
  received: Received,
  runtime: FunctionRuntime,
  at: number | undefined,
): Promise<Answer> {
  const { functionName, timeoutMs } = received.matched.route;
  const event = toEvent(received);
  const { requestId } = event.requestContext;
  const timer = new AbortController();
  const tooLate = new Promise<Answer>((resolve) => {
    const timeout = setTimeout(() => resolve(message(503, 'Service Unavailable')), timeoutMs);
    timer.signal.addEventListener('abort', () => clearTimeout(timeout));
  });
  const answered = runtime.invoke(functionName, event, { at }).then(toAnswer);
  try {
    const answer = await Promise.race([answered, tooLate]);
    return { ...answer, headers: { ...answer.headers, 'apigw-requestid': requestId } };
  } finally {
    timer.abort();
  }
}
