import { LOCAL_SECRET } from '../aws/caller.ts';
import { REGION } from '../template/environment.ts';
import type { FunctionDefinition } from './definition.ts';

const EMULATED = ['DYNAMODB', 'SQS', 'KMS', 'SECRETS_MANAGER', 'S3'] as const;

/**
 * All that a function sees of the environment: what the template gives it, what Lambda adds, and where the emulated
 * services are. Nothing of the environment of the host gets through. The access key names the function, so that the
 * emulated services know whose grants to hold a call against.
 */
export const functionEnvironment = (
  { name, handler, runtime, memoryMb, folder, variables }: FunctionDefinition,
  endpointUrl: string,
): Readonly<Record<string, string>> => ({
  ...variables,
  _HANDLER: handler,
  LAMBDA_TASK_ROOT: folder,
  AWS_REGION: REGION,
  AWS_DEFAULT_REGION: REGION,
  AWS_EXECUTION_ENV: `AWS_Lambda_${runtime}`,
  AWS_LAMBDA_FUNCTION_NAME: name,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
  AWS_LAMBDA_LOG_STREAM_NAME: 'local',
  AWS_ACCESS_KEY_ID: name,
  AWS_SECRET_ACCESS_KEY: LOCAL_SECRET,
  // Nobody's own AWS account is ever reached from here.
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_ENDPOINT_URL: endpointUrl,
  ...Object.fromEntries(EMULATED.map((service) => [`AWS_ENDPOINT_URL_${service}`, endpointUrl])),
});
