import { pipeline } from 'node:stream/promises';
import type { Access } from '../../iam/access.ts';
import { assertPermitted } from '../permitted.ts';
import type { Exchange } from '../exchange.ts';
import type { Forwarder } from './forward.ts';
import { dynamodbNeeds } from './needs.ts';
import { readRequest, writtenTables } from './request.ts';
import type { PartitionKeys } from './table-keys.ts';

export interface DynamodbParts {
  readonly access: Access;
  readonly forwarder: Forwarder;
  readonly partitionKey: PartitionKeys;
  /** Told which tables a request has changed. */
  onWrite(tables: readonly string[]): void;
}

/** Checks who asks, then lets the emulator answer. */
export async function serveDynamodb(parts: DynamodbParts, exchange: Exchange): Promise<void> {
  const { operation, caller, body, incoming, response } = exchange;
  const request = readRequest(body);
  if (caller.principal !== null) {
    const call = { operation, request, caller, partitionKey: parts.partitionKey };
    assertPermitted(parts.access, caller.principal, dynamodbNeeds(call));
  }
  const answer = await parts.forwarder.send(incoming.headers, body);
  const { connection: _, 'keep-alive': __, ...headers } = answer.headers;
  const status = answer.statusCode ?? 502;
  if (status < 300) parts.onWrite(writtenTables(operation, request));
  response.writeHead(status, headers);
  await pipeline(answer, response);
}
