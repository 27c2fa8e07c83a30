import { contextOf, type RequestContext } from '../../iam/context.ts';
import type { HostClock } from '../../types.ts';
import { formatArn, isArn } from '../arn.ts';
import type { Caller } from '../caller.ts';
import { AwsError } from '../error.ts';
import type { Secret } from './secret.ts';
import type { SecretStore } from './store.ts';

/** What the operations of Secrets Manager share. */
export interface SecretsParts {
  readonly store: SecretStore;
  readonly clock: HostClock;
}

/** @throws as AWS does for a secret that is not there or is marked for deletion. */
export function findSecret({ store }: SecretsParts, id: string): Secret {
  const secret = store.find(id);
  if (secret === undefined)
    throw new AwsError(
      'ResourceNotFoundException',
      "Secrets Manager can't find the specified secret.",
    );
  return secret;
}

/** @throws also when the secret waits for its deletion. */
export function findUsable(parts: SecretsParts, id: string): Secret {
  const secret = findSecret(parts, id);
  if (secret.deletedAt !== undefined)
    throw new AwsError(
      'InvalidRequestException',
      "You can't perform this operation on the secret because it was marked for deletion.",
    );
  return secret;
}

export const secretArn = ({ name, suffix }: Pick<Secret, 'name' | 'suffix'>, caller: Caller) =>
  formatArn({ ...caller, service: 'secretsmanager', resource: `secret:${name}-${suffix}` });

/** Suffix under which policies are asked about a secret that does not exist, so that existence is not told to all. */
const UNKNOWN_SUFFIX = '000000';

export const secretNeed =
  ({ store }: SecretsParts, action: string) =>
  (input: { SecretId: string; VersionStage?: string | undefined }, caller: Caller) => {
    const id = input.SecretId;
    const secret = store.find(id) ?? { name: id, suffix: UNKNOWN_SUFFIX };
    const context: RequestContext = contextOf({
      'secretsmanager:SecretId': [id],
      'secretsmanager:VersionStage':
        input.VersionStage === undefined ? undefined : [input.VersionStage],
    });
    return [{ action, resource: isArn(id) ? id : secretArn(secret, caller), context }];
  };
