/** The account and region that the templates are resolved for. No AWS account has this number. */
export const ACCOUNT = '000000000000';
export const REGION = 'ap-southeast-1';
export const PARTITION = 'aws';

/** `arn:aws:<service>:<region>:<account>:<resource>`. */
export const arn = (service: string, resource: string): string =>
  `arn:${PARTITION}:${service}:${REGION}:${ACCOUNT}:${resource}`;

/** Hosts under which AWS serves what this machine serves itself; the host rewrites addresses that begin with them. */
export const QUEUE_ORIGIN = `https://sqs.${REGION}.amazonaws.com`;
export const USER_POOL_ORIGIN = `https://cognito-idp.${REGION}.amazonaws.com`;
export const signInOrigin = (domainPrefix: string): string =>
  `https://${domainPrefix}.auth.${REGION}.amazoncognito.com`;
