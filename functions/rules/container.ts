import { DynamoDbAuditLog } from '../../shared/adapters/dynamodb/audit-log.ts';
import { DynamoDbRules } from '../../shared/adapters/dynamodb/rules.ts';
import { S3ModelStore } from '../../shared/adapters/s3/model-store.ts';
import { S3ReportStore } from '../../shared/adapters/s3/report-store.ts';
import { bundledModelOf } from '../../shared/jurisdictions/bundled-models.ts';
import { readEnv, RulesEnv } from '../../shared/platform/env.ts';
import { createPreviewRules } from '../../shared/usecases/preview-rules.ts';
import { createPublishRules } from '../../shared/usecases/publish-rules.ts';
import { createRollBackModel } from '../../shared/usecases/roll-back-model.ts';
import { documentClient } from '../client-container.ts';
import { casePorts, staffFinder } from '../container.ts';
import { learningObjects } from '../learning-container.ts';

export const rulesContainer = () => {
  const env = readEnv(RulesEnv);
  const rules = new DynamoDbRules(documentClient, env.DIRECTORY_TABLE_NAME);
  const ports = { ...casePorts(env), rules };
  const objects = learningObjects(env);
  const models = new S3ModelStore(objects);
  const audit = new DynamoDbAuditLog(documentClient, env.DIRECTORY_TABLE_NAME);
  const bundledVersion = bundledModelOf(ports.jurisdictionId);
  return {
    rules,
    lists: ports.lists,
    models,
    reports: new S3ReportStore(objects),
    bundledVersion,
    jurisdictionId: ports.jurisdictionId,
    jurisdiction: ports.jurisdiction,
    findStaff: staffFinder(env),
    publishRules: createPublishRules(ports),
    rollBackModel: createRollBackModel({ ...ports, models, audit, bundledVersion }),
    previewRules: createPreviewRules(ports),
  };
};

export type RulesDeps = ReturnType<typeof rulesContainer>;
