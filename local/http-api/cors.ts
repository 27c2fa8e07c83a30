import type { IncomingMessage } from 'node:http';
import type { Answer } from './answer.ts';
import type { CorsConfiguration } from './api-definition.ts';

/** Whether the browser asks before it sends the request proper. API Gateway answers that itself. */
export const isPreflight = ({ method, headers }: IncomingMessage): boolean =>
  method === 'OPTIONS' &&
  headers.origin !== undefined &&
  headers['access-control-request-method'] !== undefined;

/** The answer to a preflight; a foreign origin gets no permission, not an error. */
export const preflightAnswer = (cors: CorsConfiguration, origin: string): Answer => ({
  status: 204,
  headers: isAllowed(cors, origin)
    ? {
        ...originHeaders(cors, origin),
        'access-control-allow-methods': cors.AllowMethods.join(','),
        'access-control-allow-headers': cors.AllowHeaders.join(','),
        ...(cors.MaxAge !== undefined && { 'access-control-max-age': String(cors.MaxAge) }),
      }
    : {},
  body: '',
});

/** With CORS configured, API Gateway ignores what the function says about it and says it itself. */
export function withCors(answer: Answer, cors: CorsConfiguration, origin?: string): Answer {
  const own = Object.entries(answer.headers).filter(
    ([name]) => !name.startsWith('access-control-'),
  );
  const allowed =
    origin !== undefined && isAllowed(cors, origin) ? exposedHeaders(cors, origin) : {};
  return { ...answer, headers: { ...Object.fromEntries(own), ...allowed } };
}

const exposedHeaders = (cors: CorsConfiguration, origin: string): Record<string, string> => ({
  ...originHeaders(cors, origin),
  ...(cors.ExposeHeaders.length > 0 && {
    'access-control-expose-headers': cors.ExposeHeaders.join(','),
  }),
});

const originHeaders = (cors: CorsConfiguration, origin: string): Record<string, string> => ({
  'access-control-allow-origin': cors.AllowOrigins.includes('*') ? '*' : origin,
  vary: 'origin',
  ...(cors.AllowCredentials && { 'access-control-allow-credentials': 'true' }),
});

/** An origin itself, every origin, or every origin of a scheme (`https://*`). */
const isAllowed = ({ AllowOrigins }: CorsConfiguration, origin: string): boolean =>
  AllowOrigins.some(
    (allowed) =>
      allowed === '*' ||
      allowed === origin ||
      (allowed.endsWith('://*') && origin.startsWith(allowed.slice(0, -1))),
  );
