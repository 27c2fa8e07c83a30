import { SQSClient, type SQSClientConfig } from '@aws-sdk/client-sqs';

/** First try and two more; what fails then is delivered again by the stream or the queue itself. */
const MAX_ATTEMPTS = 3;
const CONNECTION_TIMEOUT_MS = 1_000;
const REQUEST_TIMEOUT_MS = 3_000;

/** Settings of a test. Functions take region, endpoint and credentials from their environment. */
export const createQueueClient = (options: SQSClientConfig = {}): SQSClient =>
  new SQSClient({
    maxAttempts: MAX_ATTEMPTS,
    // The address of a queue names it; where requests go is the environment's to say.
    useQueueUrlAsEndpoint: false,
    requestHandler: {
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      throwOnRequestTimeout: true,
    },
    ...options,
  });
