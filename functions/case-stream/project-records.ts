import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { JurisdictionId } from '../../shared/domain/case.ts';
import type { CountableCase } from '../../shared/domain/statistics.ts';
import { causeOf, log } from '../../shared/platform/logger.ts';
import type { ProjectCases } from '../../shared/usecases/project-cases.ts';

export interface ProjectRecordsDeps {
  readonly jurisdictionId: JurisdictionId;
  readonly projectCases: ProjectCases;
  readonly isHeadRecord: (record: DynamoDBRecord) => boolean;
  readonly readHeadRecord: (record: DynamoDBRecord) => CountableCase | undefined;
}

/**
 * Counts a batch as one. What cannot be read stops it there: the records before are counted, Lambda gives those from
 * there on again, and halves the batch until the bad one is alone and goes to the failure queue.
 */
export const projectRecords =
  ({ jurisdictionId, projectCases, isHeadRecord, readHeadRecord }: ProjectRecordsDeps) =>
  async ({ Records: records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const wanted = records.filter(isHeadRecord);
    const read = wanted.map(readHeadRecord);
    const unreadable = read.indexOf(undefined);
    const cases = read.slice(0, unreadable === -1 ? undefined : unreadable);
    try {
      await projectCases(
        jurisdictionId,
        cases.filter((current) => current !== undefined),
      );
    } catch (thrown) {
      // Some may be counted; counting them again changes nothing.
      log('PROJECTION_FAILED', { cases: cases.length, ...causeOf(thrown) });
      return failureAt(wanted[0]);
    }
    log('STATISTICS_PROJECTED', { cases: cases.length });
    if (unreadable === -1) return { batchItemFailures: [] };
    const record = wanted[unreadable];
    log('HEAD_RECORD_INVALID', { sequenceNumber: record?.dynamodb?.SequenceNumber });
    return failureAt(record);
  };

/** An empty identifier fails the whole batch, which is what a record without a number deserves. */
const failureAt = (record: DynamoDBRecord | undefined): DynamoDBBatchResponse => ({
  batchItemFailures: [{ itemIdentifier: record?.dynamodb?.SequenceNumber ?? '' }],
});
