/** Runs inside a worker thread: one execution environment of one function. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Handler, loadHandler } from './load-handler.ts';
import {
  type Invocation,
  LARGEST_PAYLOAD_BYTES,
  toFunctionError,
  type WorkerReport,
  type WorkerSetup,
} from './messages.ts';
import { shiftDate } from './shifted-date.ts';

const setup = workerData as WorkerSetup; // Given by ExecutionEnvironment.
const report = (message: WorkerReport): void => parentPort?.postMessage(message);

const clock = shiftDate(setup.clockOffset);
try {
  serve(await loadHandler(setup.folder, setup.handler));
  report({ kind: 'ready' });
} catch (error) {
  report({ kind: 'not-loaded', error: toFunctionError(error) });
}

function serve(handler: Handler): void {
  parentPort?.on('message', (invocation: Invocation) => {
    void run(handler, invocation).then(report);
  });
}

async function run(handler: Handler, invocation: Invocation): Promise<WorkerReport> {
  clock.startAt(invocation.at);
  try {
    return withinLimit(toJson(await handler(JSON.parse(invocation.event), contextOf(invocation))));
  } catch (error) {
    const failure = toFunctionError(error);
    console.error(`${invocation.requestId} Invoke Error`, JSON.stringify(failure));
    return { kind: 'threw', error: failure };
  }
}

/** What has no JSON (undefined, a function) is left out of the envelope, and null to the caller as from Lambda. */
function toJson(payload: unknown): string {
  try {
    return JSON.stringify({ payload });
  } catch {
    throw new Error('Unable to stringify response body');
  }
}

const withinLimit = (result: string): WorkerReport =>
  Buffer.byteLength(result) <= LARGEST_PAYLOAD_BYTES
    ? { kind: 'returned', result }
    : {
        kind: 'threw',
        error: {
          errorType: 'Function.ResponseSizeTooLarge',
          errorMessage: 'The result has more than 6 MB',
        },
      };

function contextOf({ requestId, timeoutMs }: Invocation): Readonly<Record<string, unknown>> {
  const startedAt = performance.now();
  return {
    awsRequestId: requestId,
    functionName: setup.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: setup.arn,
    memoryLimitInMB: String(setup.memoryMb),
    logGroupName: `/aws/lambda/${setup.functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () =>
      Math.max(0, Math.round(timeoutMs - (performance.now() - startedAt))),
  };
}
