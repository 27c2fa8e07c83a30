import { S3Objects, type S3Patience } from '../shared/adapters/s3/s3-objects.ts';
import { readEnv, SigningEnv } from '../shared/platform/env.ts';

/** The bucket of examples, models and report cards, as the function that runs may see it. */
export function learningObjects(
  { LEARNING_BUCKET_NAME: bucket }: { readonly LEARNING_BUCKET_NAME: string },
  patience?: S3Patience,
): S3Objects {
  const env = readEnv(SigningEnv);
  return new S3Objects(
    {
      bucket,
      region: env.AWS_REGION,
      endpoint: env.AWS_ENDPOINT_URL_S3,
      credentials: {
        accessKeyId: env.AWS_ACCESS_KEY_ID,
        secretAccessKey: env.AWS_SECRET_ACCESS_KEY,
        sessionToken: env.AWS_SESSION_TOKEN,
      },
    },
    patience,
  );
}
