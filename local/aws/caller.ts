import type { Access, Principal } from '../iam/access.ts';
import { AwsError } from './error.ts';

/** The access key of a person at this machine, and of the host itself: no policy restricts it. */
export const OPERATOR = 'operator';
/** The secret beside every access key: S3 alone holds signatures against it. */
export const LOCAL_SECRET = 'local';

/** Who signed a request, and for which region. */
export interface Caller {
  /** Null: the operator. */
  readonly principal: Principal | null;
  readonly region: string;
  readonly account: string;
  /** As the signature names it: `dynamodb`, `s3`. */
  readonly service: string;
}

/**
 * The access key id in a Signature Version 4 header names the function that calls. The signature itself is not
 * verified but by S3, whose signed addresses go to browsers: there is no secret to keep on one machine, and the server
 * listens on the loopback address only.
 */
export function identifyCaller(authorization: string | undefined, access: Access): Caller {
  if (authorization === undefined)
    throw new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token');
  const [, keyId = '', region = '', service = ''] =
    /Credential=([^/,\s]+)\/\d{8}\/([^/]+)\/([^/]+)\//.exec(authorization) ?? [];
  if (keyId === OPERATOR) return { principal: null, region, account: access.account, service };
  const principal = access.principal(keyId);
  if (principal === undefined)
    throw new AwsError(
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
    );
  return { principal, region, account: principal.account, service };
}
