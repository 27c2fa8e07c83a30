import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, it } from 'vitest';
import { cleanUps, resourcesOf, standingClock, temporaryFolder } from '../test-host.ts';
import { openQueues } from './open-queues.ts';
import { queuesOf } from './queue.ts';

const cleanUp = cleanUps();
afterEach(cleanUp.run);

const queue = { Work: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'work' } } };

/** Sends messages without end and says each number once it is sent. */
const sender = (dir: string) => `
  import { openQueues } from ${JSON.stringify(join(import.meta.dirname, 'open-queues.ts'))};
  import { queuesOf } from ${JSON.stringify(join(import.meta.dirname, 'queue.ts'))};
  import { resourcesOf, standingClock } from ${JSON.stringify(join(import.meta.dirname, '../test-host.ts'))};
  const definitions = queuesOf(resourcesOf(${JSON.stringify(queue)}));
  const queues = openQueues({ definitions, dir: ${JSON.stringify(dir)}, clock: standingClock() });
  for (let n = 0; ; n += 1) {
    queues.send(definitions.get('work'), { body: String(n), senderId: 'test' });
    await new Promise((resolve) => process.stdout.write(n + '\\n', resolve));
  }
`;

it('a message that was acknowledged outlives kill -9', async () => {
  const dir = temporaryFolder(cleanUp);
  const child = spawn(process.execPath, ['--input-type=module', '-e', sender(dir)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  cleanUp.add(() => child.kill('SIGKILL'));
  let acknowledged = -1;
  for await (const line of createInterface(child.stdout)) {
    acknowledged = Number(line);
    if (acknowledged === 200) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(acknowledged).toBeGreaterThanOrEqual(200);

  const definitions = queuesOf(resourcesOf(queue));
  const queues = openQueues({ definitions, dir, clock: standingClock() });
  cleanUp.add(() => queues.close());
  const found = queues.receive(definitions.get('work')!, { max: 1_000_000 });
  expect(found.length).toBeGreaterThan(acknowledged);
  expect(found.map(({ body }) => Number(body))).toEqual(found.map((_, index) => index));
});
