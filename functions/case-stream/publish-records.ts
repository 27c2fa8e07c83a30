import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { PublishedEvent } from '../../shared/domain/delivery.ts';
import { log } from '../../shared/platform/logger.ts';
import type { PublishEvents } from '../../shared/usecases/publish-event.ts';

export interface PublishRecordsDeps {
  readonly publishEvents: PublishEvents;
  readonly isEventRecord: (record: DynamoDBRecord) => boolean;
  readonly readEventRecord: (record: DynamoDBRecord) => PublishedEvent | undefined;
}

/** Stops at the first record that fails: Lambda gives everything from there again, so going on would only send twice. */
export const publishRecords =
  ({ publishEvents, isEventRecord, readEventRecord }: PublishRecordsDeps) =>
  async ({ Records: records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const wanted = records.filter(isEventRecord);
    const events = wanted.map(readEventRecord);
    const unreadable = events.indexOf(undefined);
    const readable = events.slice(0, unreadable === -1 ? undefined : unreadable);
    const published = await publishEvents(readable.filter((event) => event !== undefined));
    if (!published.ok) {
      const { at, because } = published.error;
      log('PUBLISH_FAILED', { because, ...placeOf(readable[at]) });
      return failureAt(wanted[at]);
    }
    log('EVENTS_PUBLISHED', { events: readable.length, messages: published.value.messages });
    if (unreadable === -1) return { batchItemFailures: [] };
    const record = wanted[unreadable];
    log('EVENT_RECORD_INVALID', { sequenceNumber: record?.dynamodb?.SequenceNumber });
    return failureAt(record);
  };

/** An empty identifier fails the whole batch, which is what a record without a number deserves. */
const failureAt = (record: DynamoDBRecord | undefined): DynamoDBBatchResponse => ({
  batchItemFailures: [{ itemIdentifier: record?.dynamodb?.SequenceNumber ?? '' }],
});

const placeOf = (published: PublishedEvent | undefined) => ({
  caseId: published?.event.caseId,
  version: published?.event.version,
});
