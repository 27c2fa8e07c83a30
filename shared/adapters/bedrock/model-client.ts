import {
  BedrockRuntimeClient,
  type BedrockRuntimeClientConfig,
} from '@aws-sdk/client-bedrock-runtime';

/** One try: a second would end after the time limit of the question, and cost once more. */
const MAX_ATTEMPTS = 1;

/** Settings of a test. Functions take region and credentials from their environment; who asks sets the time limit. */
export const createModelClient = (options: BedrockRuntimeClientConfig = {}): BedrockRuntimeClient =>
  new BedrockRuntimeClient({ maxAttempts: MAX_ATTEMPTS, ...options });
