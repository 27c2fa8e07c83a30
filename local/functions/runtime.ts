import { randomUUID } from 'node:crypto';
import type { FunctionRuntime, HostClock, InvocationResult } from '../types.ts';
import type { FunctionDefinition } from './definition.ts';
import { functionEnvironment } from './environment.ts';
import { ExecutionEnvironment } from './execution-environment.ts';
import { LARGEST_PAYLOAD_BYTES } from './messages.ts';
import { openLogFiles } from './log-files.ts';
import { Pool } from './pool.ts';

export interface RuntimeOptions {
  readonly definitions: readonly FunctionDefinition[];
  /** Where the emulated AWS services are. */
  readonly endpointUrl: string;
  readonly clock: HostClock;
  /** Folder in which `logs/<function>.log` are written. */
  readonly dir: string;
}

/** Runs the functions of the templates in worker threads; see FunctionRuntime. */
export function createRuntime(options: RuntimeOptions): FunctionRuntime {
  const logs = openLogFiles(options.dir);
  const functions = new Map(
    options.definitions.map((definition) => {
      const log = logs.writer(definition.name);
      const pool = new Pool(definition.workers, () =>
        newEnvironment(definition, { ...options, log }),
      );
      return [definition.name, { definition, pool }] as const;
    }),
  );
  return {
    invoke: async (functionName, event, { at } = {}) => {
      const found = functions.get(functionName);
      if (found === undefined)
        return failed('ResourceNotFoundException', `There is no function ${functionName}`);
      if (found.definition.workers === 0)
        return failed('TooManyRequestsException', `${functionName} has no reserved concurrency`);
      const text = JSON.stringify(event ?? null);
      if (Buffer.byteLength(text) > LARGEST_PAYLOAD_BYTES)
        return failed('RequestTooLargeException', 'The event has more than 6 MB');
      const { timeoutMs } = found.definition;
      return found.pool.invoke({ requestId: randomUUID(), event: text, timeoutMs, at });
    },
    close: async () => {
      await Promise.all([...functions.values()].map(({ pool }) => pool.close()));
      await logs.close();
    },
  };
}

const newEnvironment = (
  definition: FunctionDefinition,
  { endpointUrl, clock, log }: RuntimeOptions & { log: (text: Buffer | string) => void },
): ExecutionEnvironment =>
  new ExecutionEnvironment({
    setup: {
      folder: definition.folder,
      handler: definition.handler,
      functionName: definition.name,
      arn: definition.arn,
      memoryMb: definition.memoryMb,
      clockOffset: clock.offset,
    },
    variables: functionEnvironment(definition, endpointUrl),
    log,
  });

const failed = (errorType: string, errorMessage: string): InvocationResult => ({
  ok: false,
  payload: { errorType, errorMessage },
});
