import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDynoxide } from '../dynamodb/dynoxide.ts';
import { arn, REGION } from '../template/environment.ts';
import { resolveTemplates } from '../template/resources.ts';
import type { FunctionRuntime, HostClock, InvocationResult, Resources } from '../types.ts';
import { LOCAL_SECRET } from './caller.ts';
import { type AwsEndpoint, startAwsEndpoint } from './endpoint.ts';

/** What tests of the host's parts share: a small template, a clock that stands, a DynamoDB emulator. */

export { arn };

export interface TemplatePart {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}
export type TemplateParts = Readonly<Record<string, TemplatePart>>;

/** The resources of one stack, resolved as those of the synthesised templates are. */
export function resourcesOf(parts: TemplateParts): Resources {
  const resources = Object.entries(parts).map(
    ([id, { Type, Properties = {} }]) => [id, { Type, Properties, Metadata: {} }] as const,
  );
  const template = {
    Resources: Object.fromEntries(resources),
    Outputs: {},
    Conditions: {},
    Mappings: {},
    Parameters: {},
  };
  return resolveTemplates(new Map([['Test', template]]));
}

export const getArn = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });

/** A function `name` (its logical id too) with a role of its own. Statements allow unless they say otherwise. */
export const aFunction = (
  name: string,
  ...statements: readonly Readonly<Record<string, unknown>>[]
): TemplateParts => ({
  [name]: {
    Type: 'AWS::Lambda::Function',
    Properties: { FunctionName: name, Role: getArn(`${name}Role`), Timeout: 10 },
  },
  [`${name}Role`]: { Type: 'AWS::IAM::Role', Properties: { RoleName: `${name}-role` } },
  [`${name}Policy`]: {
    Type: 'AWS::IAM::Policy',
    Properties: {
      PolicyName: name,
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: statements.map((statement) => ({ Effect: 'Allow', ...statement })),
      },
      Roles: [{ Ref: `${name}Role` }],
    },
  },
});

/** Stands still unless it is moved. */
export function standingClock(start = Date.UTC(2020, 2, 2)): HostClock {
  let at = start;
  const listeners = new Set<() => void>();
  const set = (to: number) => {
    at = to;
    for (const listener of listeners) listener();
  };
  return {
    now: () => at,
    set,
    advance: (ms) => set(at + ms),
    reset: () => set(Date.now()),
    onMove: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    offset: new SharedArrayBuffer(8),
  };
}

/** Undoes what a test has started, latest first. */
export function cleanUps() {
  const steps: (() => unknown)[] = [];
  return {
    add: (step: () => unknown) => void steps.push(step),
    run: async () => {
      for (const step of steps.splice(0).reverse()) await step();
    },
  };
}
export type CleanUps = ReturnType<typeof cleanUps>;

export function temporaryFolder({ add }: CleanUps): string {
  const dir = mkdtempSync(join(tmpdir(), 'local-aws-'));
  add(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** The DynamoDB emulator on a file; killed, it comes back under the same address. */
export async function anEmulator(cleanUp: CleanUps, dir = temporaryFolder(cleanUp)) {
  const emulator = await startDynoxide(dir);
  cleanUp.add(() => emulator.close());
  return emulator;
}

export interface EndpointOptions {
  readonly resources: Resources;
  readonly dir?: string;
  readonly clock?: HostClock;
  /** Nothing listens at the default. */
  readonly dynamodbUrl?: string;
}

export async function anEndpoint(
  cleanUp: CleanUps,
  options: EndpointOptions,
): Promise<AwsEndpoint> {
  const endpoint = await startAwsEndpoint({
    dynamodbUrl: 'http://127.0.0.1:9',
    dir: options.dir ?? temporaryFolder(cleanUp),
    clock: options.clock ?? standingClock(),
    ...options,
  });
  cleanUp.add(() => endpoint.close());
  return endpoint;
}

/** Configuration of an AWS client that speaks to the endpoint as the given function. */
export const clientAs = (accessKeyId: string, { url }: { url: string }) => ({
  endpoint: url,
  region: REGION,
  credentials: { accessKeyId, secretAccessKey: LOCAL_SECRET },
  maxAttempts: 1,
});

export type Handler = (event: never) => unknown;

/** Runs handlers in this process and keeps what they were sent. */
export function aRuntime(handlers: Readonly<Record<string, Handler>>) {
  const events: { readonly functionName: string; readonly event: unknown }[] = [];
  const invoke: FunctionRuntime['invoke'] = (functionName, event) => {
    events.push({ functionName, event });
    return outcomeOf(() => handlers[functionName]?.(event as never));
  };
  return { invoke, events, close: () => Promise.resolve() };
}

async function outcomeOf(work: () => unknown): Promise<InvocationResult> {
  try {
    return { ok: true, payload: await work() };
  } catch (error) {
    return { ok: false, payload: { errorType: 'Error', errorMessage: String(error) } };
  }
}
