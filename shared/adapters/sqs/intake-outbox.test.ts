import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { IntakeMessage } from '../../domain/intake.ts';
import { caseIdNumber } from '../../../test/support/random-cases.ts';
import { SqsIntakeOutbox } from './intake-outbox.ts';

const messages = (count: number) =>
  Array.from({ length: count }, (_, number) =>
    IntakeMessage.parse({ jurisdictionId: 'binh-duong', caseId: caseIdNumber(number), version: 1 }),
  );

function setup() {
  const sqs = mockClient(SQSClient);
  const client = new SQSClient({ region: 'ap-southeast-1' });
  const outbox = new SqsIntakeOutbox({ client, queueUrl: 'https://sqs/1/intake' });
  const sent = () =>
    sqs.commandCalls(SendMessageBatchCommand).map(({ args }) => args[0].input.Entries ?? []);
  return { sqs, outbox, sent };
}

describe('the queue of messages on SQS', () => {
  it('takes ten at a time', async () => {
    const { sqs, outbox, sent } = setup();
    sqs.on(SendMessageBatchCommand).resolves({ Failed: [] });
    expect(await outbox.queue(messages(23))).toEqual({ ok: true, value: null });
    expect(sent().map(({ length }) => length)).toEqual([10, 10, 3]);
    const [first] = messages(1);
    expect(sent()[0]?.[0]).toEqual({ Id: '0', MessageBody: JSON.stringify(first) });
  });

  it('says which it did not take, and is sent no more', async () => {
    const { sqs, outbox, sent } = setup();
    sqs
      .on(SendMessageBatchCommand)
      .resolvesOnce({ Failed: [] })
      .resolves({ Failed: [{ Id: '12', Code: 'InternalError', SenderFault: false }] });
    expect(await outbox.queue(messages(23))).toEqual({
      ok: false,
      error: { code: 'INTAKE_NOT_QUEUED', at: 12, because: 'InternalError' },
    });
    expect(sent()).toHaveLength(2);
  });

  it('is asked nothing when there is nothing', async () => {
    const { outbox, sent } = setup();
    expect(await outbox.queue([])).toEqual({ ok: true, value: null });
    expect(sent()).toEqual([]);
  });
});
