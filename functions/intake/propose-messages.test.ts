import type { SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { caseIdNumber } from '../../test/support/random-cases.ts';
import type { ProposeIntake } from '../../shared/usecases/propose-intake.ts';
import { proposeMessages } from './propose-messages.ts';

const aRecord = (number: number, tries = 1, body?: string): SQSRecord => ({
  messageId: `message-${number}`,
  receiptHandle: `receipt of ${number}`,
  body:
    body ??
    JSON.stringify({ jurisdictionId: 'binh-duong', caseId: caseIdNumber(number), version: 1 }),
  attributes: {
    ApproximateReceiveCount: String(tries),
    SentTimestamp: '0',
    SenderId: 'publish',
    ApproximateFirstReceiveTimestamp: '0',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:ap-southeast-1:000000000000:intake',
  awsRegion: 'ap-southeast-1',
});

function setup(failing: readonly number[] = []) {
  const looked: string[] = [];
  const postponed: [string, number][] = [];
  const proposeIntake: ProposeIntake = ({ caseId }) => {
    looked.push(caseId);
    return failing.some((number) => caseIdNumber(number) === caseId)
      ? Promise.reject(new Error('no table'))
      : Promise.resolve({ outcome: 'ROUTED', because: null, noOpinion: null });
  };
  const postpone = (receipt: string, seconds: number) => {
    postponed.push([receipt, seconds]);
    return Promise.resolve();
  };
  const handler = proposeMessages({ proposeIntake, delays: { postpone } });
  const failed = async (...records: readonly SQSRecord[]) => {
    const { batchItemFailures } = await handler({ Records: [...records] });
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  };
  return { looked, postponed, failed };
}

describe('messages that were logged', () => {
  it('are looked at one after the other', async () => {
    const { looked, failed } = setup();
    expect(await failed(aRecord(1), aRecord(2))).toEqual([]);
    expect(looked).toEqual([caseIdNumber(1), caseIdNumber(2)]);
  });

  it('do not wait for one that fails, which comes again soon', async () => {
    const { looked, postponed, failed } = setup([1]);
    expect(await failed(aRecord(1, 3), aRecord(2))).toEqual(['message-1']);
    expect(looked).toHaveLength(2);
    expect(postponed).toEqual([['receipt of 1', 20]]);
  });

  it('that cannot be read are given up without delay', async () => {
    const { looked, postponed, failed } = setup();
    expect(await failed(aRecord(1, 1, '{}'))).toEqual(['message-1']);
    expect(looked).toEqual([]);
    expect(postponed).toEqual([['receipt of 1', 0]]);
  });
});
