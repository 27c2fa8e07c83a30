import { DynamoDbAuditLog } from '../../shared/adapters/dynamodb/audit-log.ts';
import { DynamoDbStaffRegister } from '../../shared/adapters/dynamodb/staff-register.ts';
import { DynamoDbStatisticsReader } from '../../shared/adapters/dynamodb/statistics-reader.ts';
import { S3ExportLinks } from '../../shared/adapters/s3/export-links.ts';
import { S3ExportStore } from '../../shared/adapters/s3/export-store.ts';
import { S3Objects } from '../../shared/adapters/s3/s3-objects.ts';
import { SecretFingerprints } from '../../shared/adapters/secrets-manager/fingerprints.ts';
import { SqsExportQueue } from '../../shared/adapters/sqs/export-queue.ts';
import { createQueueClient } from '../../shared/adapters/sqs/queue-client.ts';
import { systemClock as clock } from '../../shared/adapters/system/clock.ts';
import { statisticsContext } from '../../shared/domain/statistics-context.ts';
import { ExportsEnv, readEnv } from '../../shared/platform/env.ts';
import { byJurisdictionNow } from '../../shared/usecases/jurisdiction-now.ts';
import { createListExports, createReadExport } from '../../shared/usecases/read-exports.ts';
import { createStartExport } from '../../shared/usecases/start-export.ts';
import { documentClient } from '../client-container.ts';
import { datedJurisdiction } from '../jurisdiction-container.ts';
import { s3Place } from '../s3-container.ts';
import { feeds } from './feeds-container.ts';

export const exportsContainer = () => {
  const env = readEnv(ExportsEnv);
  const dated = datedJurisdiction(documentClient, env);
  const place = s3Place(env.FILES_BUCKET_NAME);
  const table = { client: documentClient, tableName: env.STATISTICS_TABLE_NAME };
  const staff = new DynamoDbStaffRegister(documentClient, env.DIRECTORY_TABLE_NAME);
  const ports = {
    exports: new S3ExportStore(new S3Objects(place)),
    links: new S3ExportLinks(place, clock),
    queue: new SqsExportQueue({ client: createQueueClient(), queueUrl: env.EXPORTS_QUEUE_URL }),
    statistics: new DynamoDbStatisticsReader(table),
    audit: new DynamoDbAuditLog(documentClient, env.DIRECTORY_TABLE_NAME),
    fingerprints: new SecretFingerprints(env.PEPPER_SECRET_ID),
    clock,
  };
  return {
    jurisdictionId: dated.jurisdictionId,
    timeZone: dated.jurisdiction.calendarData.timeZone,
    ...feeds(dated, { statistics: ports.statistics, staff }),
    findStaff: (subject: string) => staff.find(dated.jurisdictionId, subject),
    startExport: byJurisdictionNow(dated, ({ jurisdiction }) =>
      createStartExport({ ...ports, jurisdiction, context: statisticsContext(jurisdiction) }),
    ),
    readExport: createReadExport(ports),
    listExports: createListExports(ports),
  };
};

export type ExportsDeps = ReturnType<typeof exportsContainer>;
