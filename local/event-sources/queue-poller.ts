import type { MessageRow } from '../aws/sqs/database.ts';
import type { Queue } from '../aws/sqs/queue.ts';
import type { Queues } from '../aws/sqs/queues.ts';
import type { FunctionRuntime } from '../types.ts';
import { bell } from './bell.ts';
import type { QueueMapping } from './mapping.ts';
import type { Poller } from './poller.ts';
import { doneMessages, filterView, lambdaMessage } from './queue-event.ts';

export interface QueuePollerOptions {
  readonly mapping: QueueMapping;
  readonly queues: Queues;
  readonly runtime: FunctionRuntime;
  /** Aborts when the host stops. */
  readonly signal: AbortSignal;
  readonly report: (line: string) => void;
  /** Called before each invocation. */
  readonly onInvoke: () => void;
}

const NEVER_MS = 2 ** 31 - 1;

/**
 * Receives batches and runs the function on up to as many at once as the mapping allows. What the function works on
 * is held, so that neither its own duration nor a clock that is moved shows a message to two at a time.
 */
export function startQueuePoller(options: QueuePollerOptions): Poller {
  const { mapping, queues, signal, report } = options;
  const queue = queueOf(options);
  const changed = bell();
  const running = new Set<Promise<void>>();

  const start = (messages: readonly MessageRow[]) => {
    const work = deliver(options, queue, messages)
      .catch((error: unknown) => report(`${queue.name}: ${String(error)}`))
      .finally(() => {
        running.delete(work);
        changed.ring();
      });
    running.add(work);
  };
  const fill = () => {
    while (!signal.aborted && running.size < mapping.maxConcurrency) {
      const messages = queues.receive(queue, { max: mapping.batchSize, held: true });
      if (messages.length === 0) return;
      start(messages);
    }
  };
  const watch = async () => {
    while (!signal.aborted) {
      const heard = changed.count();
      fill();
      await changed.after(heard, NEVER_MS);
    }
    stopListening();
    await Promise.all(running);
  };
  const stopListening = queues.onActivity((name) => {
    if (name === queue.name) changed.ring();
  });
  signal.addEventListener('abort', changed.ring);
  return {
    done: watch(),
    caughtUp: async () => {
      for (;;) {
        const heard = changed.count();
        fill();
        if (running.size === 0) return;
        await changed.after(heard, NEVER_MS);
      }
    },
  };
}

function queueOf({ mapping, queues }: QueuePollerOptions): Queue {
  const queue = queues.definitions.get(mapping.queueName);
  if (queue === undefined) throw new Error(`the templates have no queue ${mapping.queueName}`);
  return queue;
}

/** Messages that a filter keeps from the function are deleted, as Lambda does. */
async function deliver(
  { mapping, queues, runtime, onInvoke }: QueuePollerOptions,
  queue: Queue,
  messages: readonly MessageRow[],
): Promise<void> {
  const wanted = messages.filter((message) => mapping.filter(filterView(message, mapping)));
  let done = messages.filter((message) => !wanted.includes(message));
  try {
    if (wanted.length === 0) return;
    onInvoke();
    const event = { Records: wanted.map((message) => lambdaMessage(message, mapping)) };
    const result = await runtime.invoke(mapping.functionName, event);
    done = [...done, ...doneMessages(result, wanted, mapping)];
  } finally {
    for (const { receipt } of done) queues.delete(queue, receipt ?? '');
    queues.release(
      queue,
      messages.filter((message) => !done.includes(message)),
    );
  }
}
