import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Access } from '../iam/access.ts';
import { identifyCaller } from './caller.ts';
import { type DynamodbParts, serveDynamodb } from './dynamodb/service.ts';
import { AwsError } from './error.ts';
import type { Exchange } from './exchange.ts';
import { readBody, sendJson } from './http.ts';
import type { Operation } from './operation.ts';
import { assertPermitted } from './permitted.ts';
import { type S3Parts, serveS3 } from './s3/service.ts';

export interface Services {
  readonly access: Access;
  readonly dynamodb: DynamodbParts;
  readonly s3: S3Parts;
  /** Operations by service (the part of X-Amz-Target before the dot) and name. */
  readonly json: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  /** Operations that run now; the endpoint aborts them when it closes, which ends long polls. */
  readonly running: Set<AbortController>;
}

const DYNAMODB = ['DynamoDB_20120810', 'DynamoDBStreams_20120810'];

/** @throws AwsError for what the caller may not or cannot do. */
export async function serve(
  services: Services,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(incoming);
  const signed = incoming.headers.authorization ?? credentialOf(incoming.url);
  const caller = identifyCaller(signed, services.access);
  if (caller.service === 's3') {
    serveS3(services.s3, { operation: '', caller, body, incoming, response });
    return;
  }
  const [service = '', operation = ''] = String(incoming.headers['x-amz-target']).split('.');
  const exchange = { operation, caller, body, incoming, response };
  if (DYNAMODB.includes(service)) return serveDynamodb(services.dynamodb, exchange);
  const known = services.json[service]?.[operation];
  if (known === undefined)
    throw new AwsError(
      'UnknownOperationException',
      `The local host does not play ${service}.${operation}`,
    );
  return run(services, known, exchange);
}

/** A browser that follows a signed link says in the address who had made it. */
function credentialOf(url = ''): string | undefined {
  const credential = new URLSearchParams(url.split('?', 2)[1]).get('X-Amz-Credential');
  return credential === null ? undefined : `Credential=${credential}`;
}

async function run({ access, running }: Services, operation: Operation, exchange: Exchange) {
  const { caller, response } = exchange;
  const input = parse(exchange.body);
  if (caller.principal !== null)
    assertPermitted(access, caller.principal, operation.needs(input, caller));
  const abort = new AbortController();
  running.add(abort);
  response.on('close', () => {
    running.delete(abort);
    abort.abort();
  });
  sendJson(response, await operation.run(input, { caller, signal: abort.signal }));
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new AwsError('SerializationException', 'The request is not JSON');
  }
}
