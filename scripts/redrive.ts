import { parseArgs } from 'node:util';
import { SQSClient, type SQSClientConfig } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { LOCAL_SECRET, OPERATOR } from '../local/aws/caller.ts';
import { DEFAULT_DIR } from '../local/host.ts';
import { holderOf } from '../local/host/lock.ts';
import { REGION } from '../local/template/environment.ts';
import { countDeadLetters, findQueue, redriveMessages } from './redrive-messages.ts';

/**
 * Puts messages that were given up back into their queue, for when what made them fail is mended. Without a stage: in
 * the host that runs here; with one: by the operator's own AWS credentials.
 */
const USAGE = 'npm run redrive -- deliveries [--dry-run] [--stage dev | --dir .local]';

const { values, positionals } = parseArgs({
  options: {
    'dry-run': { type: 'boolean', default: false },
    stage: { type: 'string', default: 'local' },
    dir: { type: 'string', default: DEFAULT_DIR },
  },
  allowPositionals: true,
});

try {
  if (positionals.length !== 1 || positionals[0] !== 'deliveries') throw new Error(USAGE);
  const client = new SQSClient(values.stage === 'local' ? await hostConfig() : {});
  const queue = await findQueue(client, `1022-${values.stage}-deliveries.fifo`);
  if (values['dry-run']) {
    const { messages, groups } = await countDeadLetters(queue);
    console.log(`${messages} dead letters${groups.length > 0 ? ` of ${groups.join(', ')}` : ''}`);
  } else {
    const moved = await redriveMessages(queue);
    for (const [department, count] of moved) console.log(`${department}: ${count}`);
    console.log(
      `${[...moved.values()].reduce((sum, count) => sum + count, 0)} messages queued again`,
    );
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function hostConfig(): Promise<SQSClientConfig> {
  const url = holderOf(values.dir)?.url;
  if (url === undefined) throw new Error(`No host runs on ${values.dir}: npm start\n\n${USAGE}`);
  const response = await fetch(new URL('/local/status', url));
  const { aws } = z.object({ aws: z.url() }).parse(await response.json());
  return {
    endpoint: aws,
    useQueueUrlAsEndpoint: false,
    region: REGION,
    credentials: { accessKeyId: OPERATOR, secretAccessKey: LOCAL_SECRET },
  };
}
