import { Agent, type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';

export interface Forwarder {
  /** The emulator's answer, its body still to be read. Rejects when the emulator cannot be reached. */
  send(headers: IncomingMessage['headers'], body: Buffer): Promise<IncomingMessage>;
  close(): void;
}

/** Passes requests on to the DynamoDB emulator, whole and unchanged, over connections that are kept. */
export function createForwarder(dynamodbUrl: string): Forwarder {
  // Beyond a few dozen at once the emulator only queues them, as one writer holds its database.
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const send: Forwarder['send'] = async (headers, body) => {
    const { connection: _, host: __, ...kept } = headers;
    const options = { method: 'POST', agent, headers: { ...kept, 'content-length': body.length } };
    const attempt = () => exchange(httpRequest(dynamodbUrl, options), body);
    return attempt().catch((error: unknown) => {
      if (error instanceof StaleConnection) return attempt();
      throw error;
    });
  };
  return { send, close: () => agent.destroy() };
}

/** A kept connection was found closed: as a rule the emulator closed it just as it was taken. The SDKs retry this too. */
class StaleConnection extends Error {}

const exchange = (outgoing: ClientRequest, body: Buffer) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      const stale = outgoing.reusedSocket && error.code === 'ECONNRESET';
      reject(stale ? new StaleConnection(error.message) : error);
    });
    outgoing.on('response', resolve);
    outgoing.end(body);
  });
