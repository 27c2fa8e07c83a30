import { DynamoDbCaseHeads } from '../../shared/adapters/dynamodb/case-heads.ts';
import { createDocumentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { DynamoDbCountedCases } from '../../shared/adapters/dynamodb/statistics-lists.ts';
import { tableFormats } from '../../shared/adapters/files/table-formats.ts';
import { S3ExportFiles } from '../../shared/adapters/s3/export-files.ts';
import { S3ExportStore } from '../../shared/adapters/s3/export-store.ts';
import { S3Objects } from '../../shared/adapters/s3/s3-objects.ts';
import { S3Uploads } from '../../shared/adapters/s3/s3-uploads.ts';
import { SqsDeliveryDelays } from '../../shared/adapters/sqs/delivery-delays.ts';
import { SqsExportQueue } from '../../shared/adapters/sqs/export-queue.ts';
import { createQueueClient } from '../../shared/adapters/sqs/queue-client.ts';
import { systemClock as clock } from '../../shared/adapters/system/clock.ts';
import { ExportCasesEnv, readEnv } from '../../shared/platform/env.ts';
import { createAdvanceExport } from '../../shared/usecases/advance-export.ts';
import { byJurisdictionNow } from '../../shared/usecases/jurisdiction-now.ts';
import { createGiveUpExport } from '../../shared/usecases/give-up-export.ts';
import { datedJurisdiction } from '../jurisdiction-container.ts';
import { s3Place } from '../s3-container.ts';

export const exportingContainer = () => {
  const env = readEnv(ExportCasesEnv);
  const client = createDocumentClient();
  const place = s3Place(env.FILES_BUCKET_NAME);
  const sqs = { client: createQueueClient(), queueUrl: env.EXPORTS_QUEUE_URL };
  const ports = {
    exports: new S3ExportStore(new S3Objects(place)),
    files: new S3ExportFiles(new S3Uploads(place), tableFormats),
    formats: tableFormats,
    counted: new DynamoDbCountedCases({ client, tableName: env.STATISTICS_TABLE_NAME }),
    heads: new DynamoDbCaseHeads(client, env.CASES_TABLE_NAME),
    clock,
    ...datedJurisdiction(client, env),
  };
  return {
    advanceExport: byJurisdictionNow(ports, createAdvanceExport),
    giveUpExport: createGiveUpExport(ports),
    queue: new SqsExportQueue(sqs),
    delays: new SqsDeliveryDelays(sqs),
    triesMost: env.EXPORT_TRIES,
  };
};
