import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Running } from '../types.ts';
import { type Answer, message, send } from './answer.ts';

export interface HttpServer extends Running {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** From now on requests are answered by this; until then they are told to come back. */
  serve(handlers: Handlers): void;
}

export interface Handlers {
  /** Path prefixes that somebody else answers, headers, body and all. */
  readonly mounts: ReadonlyMap<string, RequestListener>;
  readonly answer: (request: IncomingMessage) => Promise<Answer>;
}

/** API Gateway's limit for all request headers together. */
const LARGEST_HEADERS_BYTES = 10_240;
/** Longer than a client rests between two requests, or the end of a connection would meet one on its way. */
const KEEP_ALIVE_MS = 60_000;

/**
 * Listens on the loopback address only. Throws, saying which port it is, when somebody else listens there.
 * The address is known before there is anything to serve, because tokens and functions carry it.
 */
export async function listen(port: number): Promise<HttpServer> {
  let handlers: Handlers | undefined;
  const server = createServer({ maxHeaderSize: LARGEST_HEADERS_BYTES }, (request, response) => {
    const mounted = handlers && mountFor(handlers.mounts, request.url ?? '/');
    if (mounted) {
      mounted(request, response);
      return;
    }
    const answer = handlers?.answer(request) ?? Promise.resolve(message(503, 'Starting'));
    void answer.catch(unexpected).then((given) => {
      // A client that kept its connection would keep a closing server open.
      response.shouldKeepAlive &&= server.listening;
      send(response, given);
    });
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explained(error, port)));
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo; // TCP has no other kind.
  return {
    url: `http://127.0.0.1:${taken}`,
    serve: (given) => (handlers = given),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

const mountFor = (mounts: Handlers['mounts'], url: string): RequestListener | undefined =>
  [...mounts].find(([prefix]) => url === prefix || url.startsWith(`${prefix}/`))?.[1];

function unexpected(error: unknown): Answer {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
  return message(500, 'Internal Server Error');
}

function explained(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== 'EADDRINUSE') return error;
  return new Error(`Port ${port} is in use: stop what listens there or choose another (--port)`);
}
