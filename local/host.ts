import { type AwsEndpoint, startAwsEndpoint } from './aws/endpoint.ts';
import { createClock } from './clock.ts';
import type { Dynoxide } from './dynamodb/dynoxide.ts';
import { startDynamoDb } from './dynamodb/start.ts';
import { startEventSources } from './event-sources/start.ts';
import { functionDefinitions } from './functions/definition.ts';
import { createRuntime } from './functions/runtime.ts';
import { createRewrite, type Rewrite } from './host/addresses.ts';
import { authorizersOf } from './host/authorizers.ts';
import { findFunction } from './host/find-function.ts';
import { keepClock } from './host/kept-clock.ts';
import { lock } from './host/lock.ts';
import { createStarted, type Started } from './host/started.ts';
import { statusOf } from './host/status.ts';
import { type HttpApi, readHttpApi } from './http-api/api-definition.ts';
import { createGateway } from './http-api/gateway.ts';
import { createLocalEndpoints } from './http-api/local-endpoints.ts';
import { type HttpServer, listen } from './http-api/server.ts';
import { createIssuer, type Issuer } from './identity/issuer.ts';
import { startSchedules } from './schedules/start.ts';
import { loadTemplates, type Templates } from './template/load.ts';
import { createWebServer } from './web/serve-web.ts';
import type { FunctionRuntime, HostClock, InvocationResult, Resources, Running } from './types.ts';

export interface HostOptions {
  /** Where everything is kept that outlives the host. */
  readonly dir?: string;
  /** What `cdk synth` wrote. */
  readonly cdkOut?: string;
  /** 0: any free one. */
  readonly port?: number;
  /** No word on the terminal. */
  readonly quiet?: boolean;
}

/** The deployed system, on one machine. */
export interface Host extends Running {
  /** Address of the web app and, behind the same origin, of the HTTP API. */
  readonly url: string;
  /** Address of the OpenID issuer, which is the `iss` of its tokens. */
  readonly issuer: string;
  readonly clock: HostClock;
  readonly resources: Resources;
  readonly endpoint: AwsEndpoint;
  readonly dynamodb: Dynoxide;
  /** Runs one function; `desk` is enough of a name. */
  invoke(functionName: string, event: unknown): Promise<InvocationResult>;
  /** Until every schedule that is due has run, every stream and every queue has been read and nothing is under way. */
  idle(): Promise<void>;
}

export const DEFAULT_PORT = 3022;
export const DEFAULT_DIR = '.local';
export const DEFAULT_CDK_OUT = 'cdk.out';

/**
 * Runs the templates of the stage `local`. Throws, naming what is wrong, when a template cannot be run, when another
 * host has the store, or when the port is taken; nothing is left running then.
 */
export async function startHost(options: HostOptions = {}): Promise<Host> {
  const { dir = DEFAULT_DIR, cdkOut = DEFAULT_CDK_OUT, port = DEFAULT_PORT } = options;
  const templates = loadTemplates(cdkOut);
  const held = lock(dir);
  const started = createStarted();
  started.add(held);
  try {
    const host = await startParts({ templates, dir, port, started });
    held.publish(host);
    if (options.quiet !== true) process.stdout.write(`1022 at ${host.url}\n`);
    return host;
  } catch (error) {
    await started.close();
    throw error;
  }
}

interface Parts {
  readonly templates: Templates;
  readonly dir: string;
  readonly port: number;
  readonly started: Started;
}

async function startParts({ templates, dir, port, started }: Parts): Promise<Host> {
  const { resources } = templates;
  const api = readHttpApi(resources);
  const clock = createClock();
  started.add(keepClock(clock, dir));
  const server = await listen(port);
  started.add(server);
  const dynamodb = started.add(await startDynamoDb(dir, resources));
  const common = { resources, dynamodbUrl: dynamodb.url, dir, clock };
  const endpoint = started.add(await startAwsEndpoint(common));
  const issuer = createIssuer(`${server.url}/oidc`, { dir });
  const rewrite = createRewrite(resources, { endpointUrl: endpoint.url, issuer: issuer.issuer });
  const runtime = started.add(startRuntime({ templates, endpoint, rewrite, clock, dir }));
  const store = dynamodb.file === undefined ? {} : { streamStore: dynamodb.file };
  const events = started.add(await startEventSources({ ...common, ...store, runtime, endpoint }));
  const schedules = started.add(startSchedules({ resources, runtime, clock, dir }));
  // Last to start, first to stop: a request that was taken is answered before anything goes.
  started.add({ close: () => server.close() });
  serve(server, { api, resources, runtime, clock, issuer, rewrite, endpoint });
  return {
    url: server.url,
    issuer: issuer.issuer,
    clock,
    resources,
    endpoint,
    dynamodb,
    invoke: (name, event) => runtime.invoke(findFunction(resources, name), event),
    idle: async () => {
      await schedules.idle();
      await events.idle();
    },
    close: () => started.close(),
  };
}

interface RuntimeParts {
  readonly templates: Templates;
  readonly endpoint: AwsEndpoint;
  readonly rewrite: Rewrite;
  readonly clock: HostClock;
  readonly dir: string;
}

function startRuntime({ templates, endpoint, rewrite, clock, dir }: RuntimeParts): FunctionRuntime {
  const definitions = functionDefinitions(templates).map((definition) => ({
    ...definition,
    variables: Object.fromEntries(
      Object.entries(definition.variables).map(([name, value]) => [name, rewrite(value)]),
    ),
  }));
  return createRuntime({ definitions, endpointUrl: endpoint.url, clock, dir });
}

interface ServedParts {
  readonly api: HttpApi;
  readonly resources: Resources;
  readonly runtime: FunctionRuntime;
  readonly clock: HostClock;
  readonly issuer: Issuer;
  readonly rewrite: Rewrite;
  readonly endpoint: AwsEndpoint;
}

function serve(server: HttpServer, parts: ServedParts): void {
  const { api, resources, runtime, clock, issuer, rewrite, endpoint } = parts;
  const authorizers = authorizersOf(api, issuer, rewrite);
  const web = createWebServer(resources);
  const gateway = createGateway({ api, runtime, clock, authorizers });
  const local = createLocalEndpoints({
    clock,
    invoke: (name, event) => runtime.invoke(findFunction(resources, name), event),
    status: () => statusOf(resources, clock, endpoint),
  });
  server.serve({
    mounts: new Map([[new URL(issuer.issuer).pathname, issuer.callback]]),
    answer: async (request) => local(request) ?? web(request) ?? gateway(request),
  });
}
