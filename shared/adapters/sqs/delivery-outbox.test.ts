import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { aDelivery } from '../../../test/support/delivery-builder.ts';
import { batchesOf, SqsDeliveryOutbox } from './delivery-outbox.ts';

const to = (...codes: readonly string[]) =>
  codes.map((department, index) => aDelivery({ department, version: index + 1 }));

function setup() {
  const sqs = mockClient(SQSClient);
  const client = new SQSClient({ region: 'ap-southeast-1' });
  const outbox = new SqsDeliveryOutbox({ client, queueUrl: 'https://sqs/1/deliveries.fifo' });
  const sent = () =>
    sqs
      .commandCalls(SendMessageBatchCommand)
      .map(({ args }) => args[0].input.Entries?.map(({ Id }) => Number(Id)));
  return { sqs, outbox, sent };
}

describe('batches', () => {
  const places = (...codes: readonly string[]) =>
    batchesOf(to(...codes)).map((batch) => batch.map(({ at }) => at));

  it('hold one message of a department at most', () => {
    expect(places('A', 'B', 'A', 'C', 'C')).toEqual([[0, 1], [2, 3], [4]]);
  });

  it('hold ten messages at most', () => {
    const codes = Array.from({ length: 23 }, (_, index) => `D${index}`);
    expect(places(...codes).map(({ length }) => length)).toEqual([10, 10, 3]);
  });

  it('are none when there is nothing to send', () => {
    expect(places()).toEqual([]);
  });
});

describe('the outbox on SQS', () => {
  it('names group and repetition of each message', async () => {
    const { sqs, outbox } = setup();
    sqs.on(SendMessageBatchCommand).resolves({ Failed: [] });
    const [message] = to('SGTVT');
    expect(await outbox.queue(message === undefined ? [] : [message])).toEqual({
      ok: true,
      value: null,
    });
    const [call] = sqs.commandCalls(SendMessageBatchCommand);
    expect(call?.args[0].input.Entries).toEqual([
      {
        Id: '0',
        MessageBody: JSON.stringify(message),
        MessageGroupId: 'SGTVT',
        MessageDeduplicationId: `${aDelivery().caseId}-1-SGTVT`,
      },
    ]);
  });

  it('stops at the lowest message that SQS refuses, whatever it took beside it', async () => {
    const { sqs, outbox, sent } = setup();
    const refused = (Id: string) => ({ Id, Code: 'InternalError', SenderFault: false });
    sqs
      .on(SendMessageBatchCommand)
      .resolvesOnce({ Failed: [] })
      .resolves({ Failed: [refused('3'), refused('2')] });
    expect(await outbox.queue(to('A', 'A', 'B', 'C', 'C'))).toEqual({
      ok: false,
      error: { code: 'DELIVERIES_NOT_QUEUED', at: 2, because: 'InternalError' },
    });
    expect(sent()).toEqual([[0], [1, 2, 3]]);
  });

  it('says where it was and what was thrown', async () => {
    const { sqs, outbox, sent } = setup();
    const denied = Object.assign(new Error('not authorized'), { name: 'AccessDenied' });
    sqs.on(SendMessageBatchCommand).resolvesOnce({ Failed: [] }).rejects(denied);
    expect(await outbox.queue(to('A', 'A', 'A'))).toEqual({
      ok: false,
      error: { code: 'DELIVERIES_NOT_QUEUED', at: 1, because: 'AccessDenied' },
    });
    expect(sent()).toEqual([[0], [1]]);
  });
});
