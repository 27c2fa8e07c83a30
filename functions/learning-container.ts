import { S3Objects } from '../shared/adapters/s3/s3-objects.ts';
import type { S3Patience } from '../shared/adapters/s3/s3-requests.ts';
import { s3Place } from './s3-container.ts';

/** The bucket of examples, models and report cards. */
export const learningObjects = (
  { LEARNING_BUCKET_NAME: bucket }: { readonly LEARNING_BUCKET_NAME: string },
  patience?: S3Patience,
): S3Objects => new S3Objects(s3Place(bucket), patience);
