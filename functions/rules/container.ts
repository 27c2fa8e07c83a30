import { DynamoDbRules } from '../../shared/adapters/dynamodb/rules.ts';
import { readEnv, RulesEnv } from '../../shared/platform/env.ts';
import { createPreviewRules } from '../../shared/usecases/preview-rules.ts';
import { createPublishRules } from '../../shared/usecases/publish-rules.ts';
import { casePorts, documentClient, staffFinder } from '../container.ts';

export const rulesContainer = () => {
  const env = readEnv(RulesEnv);
  const rules = new DynamoDbRules(documentClient, env.DIRECTORY_TABLE_NAME);
  const ports = { ...casePorts(env), rules };
  return {
    rules,
    jurisdictionId: ports.jurisdictionId,
    jurisdiction: ports.jurisdiction,
    findStaff: staffFinder(env),
    publishRules: createPublishRules(ports),
    previewRules: createPreviewRules(ports),
  };
};

export type RulesDeps = ReturnType<typeof rulesContainer>;
