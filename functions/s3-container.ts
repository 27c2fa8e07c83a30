import type { S3Place } from '../shared/adapters/s3/s3-requests.ts';
import { readEnv, SigningEnv } from '../shared/platform/env.ts';

/** A bucket, as the function that runs may see it. */
export function s3Place(bucket: string): S3Place {
  const env = readEnv(SigningEnv);
  return {
    bucket,
    region: env.AWS_REGION,
    endpoint: env.AWS_ENDPOINT_URL_S3,
    credentials: {
      accessKeyId: env.AWS_ACCESS_KEY_ID,
      secretAccessKey: env.AWS_SECRET_ACCESS_KEY,
      sessionToken: env.AWS_SESSION_TOKEN,
    },
  };
}
