import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Webhook {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A department's own system. */
export interface DepartmentSystem {
  readonly url: string;
  /** What it took. */
  readonly received: readonly Webhook[];
  /** What it answers with; a test changes it. */
  readonly state: { status: number };
  readonly close: () => Promise<unknown>;
}

export async function startDepartmentSystem(status = 200): Promise<DepartmentSystem> {
  const received: Webhook[] = [];
  const state = { status };
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      if (state.status < 300) received.push({ headers: request.headers, body });
      response.writeHead(state.status).end();
    });
  });
  server.listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise((resolve) => server.close(resolve));
  return { url: `http://localhost:${port}/1022`, received, state, close };
}
