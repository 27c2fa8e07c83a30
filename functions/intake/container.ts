import { createModelClient } from '../../shared/adapters/bedrock/model-client.ts';
import { BedrockSecondOpinion } from '../../shared/adapters/bedrock/second-opinion.ts';
import { DynamoDbOpinionBudget } from '../../shared/adapters/dynamodb/opinion-budget.ts';
import { SqsDeliveryDelays } from '../../shared/adapters/sqs/delivery-delays.ts';
import { createQueueClient } from '../../shared/adapters/sqs/queue-client.ts';
import { NamedPlaces } from '../../shared/adapters/system/named-places.ts';
import { ProposeIntakeEnv, readEnv } from '../../shared/platform/env.ts';
import { createAskSecondOpinion } from '../../shared/usecases/ask-second-opinion.ts';
import { createChangeCase } from '../../shared/usecases/change-case.ts';
import { createFindDuplicates } from '../../shared/usecases/find-duplicates.ts';
import { byJurisdictionNow } from '../../shared/usecases/jurisdiction-now.ts';
import { createProposeIntake } from '../../shared/usecases/propose-intake.ts';
import { documentClient } from '../client-container.ts';
import { routingPorts } from '../container.ts';
import { currentClassifier } from '../classifier-container.ts';
import { assetsOf } from '../province-assets.ts';

export const intakeContainer = () => {
  const env = readEnv(ProposeIntakeEnv);
  const assets = assetsOf(env.JURISDICTION_ID);
  const routing = routingPorts(env);
  const { SECOND_OPINION_MODEL_ID: modelId, SECOND_OPINION_DAILY_LIMIT: dailyLimit } = env;
  const ports = {
    ...routing,
    classifier: currentClassifier(routing.jurisdictionId, env),
    placeFinder: new NamedPlaces(routing.jurisdiction, assets),
    secondOpinion:
      modelId === '' ? null : new BedrockSecondOpinion({ client: createModelClient(), modelId }),
    opinionBudget: new DynamoDbOpinionBudget({
      client: documentClient,
      tableName: env.DIRECTORY_TABLE_NAME,
      dailyLimit,
    }),
  };
  return {
    /** One message is judged by one calendar and one set of rules from its beginning to its end. */
    proposeIntake: byJurisdictionNow(ports, (now) =>
      createProposeIntake({
        ...now,
        findDuplicates: createFindDuplicates(now),
        askSecondOpinion: createAskSecondOpinion(now),
        changeCase: createChangeCase(now),
      }),
    ),
    delays: new SqsDeliveryDelays({ client: createQueueClient(), queueUrl: env.INTAKE_QUEUE_URL }),
  };
};
