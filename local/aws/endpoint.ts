import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Access, createAccess, type Denial, type Grant } from '../iam/access.ts';
import type { HostClock, Resources, Running } from '../types.ts';
import { createForwarder } from './dynamodb/forward.ts';
import { type Services, serve } from './serve.ts';
import { partitionKeys } from './dynamodb/table-keys.ts';
import { sendError } from './http.ts';
import { once } from './once.ts';
import { openMasterKeys } from './kms/keys.ts';
import { kmsOperations } from './kms/operations.ts';
import { openObjectStore } from './s3/store.ts';
import { secretsOperations } from './secrets/operations.ts';
import { openSecretStore } from './secrets/store.ts';
import { openQueues } from './sqs/open-queues.ts';
import { sqsOperations } from './sqs/operations.ts';
import { queuesOf } from './sqs/queue.ts';
import type { Queues } from './sqs/queues.ts';

export interface AwsEndpointOptions {
  readonly resources: Resources;
  /** Address of the DynamoDB emulator. */
  readonly dynamodbUrl: string;
  /** Where messages, objects, master keys and secrets are kept. */
  readonly dir: string;
  readonly clock: HostClock;
  /** 0, the default: any free one. */
  readonly port?: number;
}

/** One address for DynamoDB, SQS, S3, KMS and Secrets Manager, as the AWS SDKs speak to them. */
export interface AwsEndpoint extends Running {
  readonly url: string;
  readonly queues: Queues;
  readonly access: Access;
  denials(): readonly Denial[];
  unusedGrants(): readonly Grant[];
  /** Called with the names of the tables that a request through this endpoint has just changed. */
  onWrite(listener: (tables: readonly string[]) => void): () => void;
}

/**
 * @throws before listening when the templates hold something that cannot be played: a policy that cannot be evaluated,
 *   a function without a role, a queue whose dead-letter queue is missing.
 */
export async function startAwsEndpoint(options: AwsEndpointOptions): Promise<AwsEndpoint> {
  const { resources, dynamodbUrl, dir, clock, port = 0 } = options;
  const access = createAccess(resources);
  const masterKeys = openMasterKeys(resources, dir);
  const store = openSecretStore({ resources, dir, clock });
  const queues = openQueues({ definitions: queuesOf(resources), dir, clock });
  const objects = openObjectStore(dir);
  const forwarder = createForwarder(dynamodbUrl);
  const writes = new Set<(tables: readonly string[]) => void>();
  const onWrite = (tables: readonly string[]) => {
    if (tables.length > 0) for (const listener of writes) listener(tables);
  };
  let url = '';
  const services: Services = {
    access,
    running: new Set(),
    dynamodb: { access, forwarder, partitionKey: partitionKeys(resources), onWrite },
    s3: { access, buckets: bucketsOf(resources), store: objects, clock },
    json: {
      AmazonSQS: sqsOperations({ queues, url: () => url }),
      TrentService: kmsOperations(masterKeys),
      secretsmanager: secretsOperations({ store, clock }),
    },
  };
  const server = createServer((request, response) => void answer(services, request, response));
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    queues,
    access,
    denials: () => access.denials(),
    unusedGrants: () => access.unusedGrants(),
    onWrite: (listener) => {
      writes.add(listener);
      return () => void writes.delete(listener);
    },
    close: once(async () => {
      for (const operation of services.running) operation.abort();
      await stopListening(server);
      forwarder.close();
      queues.close();
      objects.close();
    }),
  };
}

const bucketsOf = (resources: Resources) =>
  resources.ofType('AWS::S3::Bucket').map(({ name }) => name);

/** Longer than a function rests between two calls, or the end of a connection would meet a request on its way. */
const KEEP_ALIVE_MS = 60_000;
/** Requests under way may end; connections that stay open after that are cut. */
const GRACE_MS = 1_000;

function stopListening(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}

async function answer(services: Services, request: IncomingMessage, response: ServerResponse) {
  try {
    await serve(services, request, response);
  } catch (error) {
    sendError(response, error);
  }
}
