import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { contextOf } from '../../iam/context.ts';
import { AwsError } from '../error.ts';
import { operation } from '../operation.ts';
import { findSecret, findUsable, secretArn, secretNeed, type SecretsParts } from './address.ts';
import { CURRENT, type Secret, withVersion } from './secret.ts';
import { emptySecret } from './store.ts';

const Value = z.object({
  SecretString: z.string().max(65_536).optional(),
  SecretBinary: z.base64().optional(),
  ClientRequestToken: z.string().min(32).max(64).optional(),
});
type Value = z.infer<typeof Value>;

const DAY_MS = 86_400_000;

export const changeOperations = (parts: SecretsParts) => ({
  CreateSecret: createSecret(parts),
  PutSecretValue: putSecretValue(parts),
  DeleteSecret: deleteSecret(parts),
});

const createSecret = (parts: SecretsParts) =>
  operation({
    input: Value.extend({
      Name: z.string().regex(/^[\w/+=.@-]{1,512}$/),
      Description: z.string().optional(),
    }),
    needs: ({ Name: name }, caller) => [
      {
        action: 'secretsmanager:CreateSecret',
        resource: secretArn({ name, suffix: '000000' }, caller),
        context: contextOf({ 'secretsmanager:Name': [name] }),
      },
    ],
    run: (input, { caller }) => {
      const { store, clock } = parts;
      if (store.find(input.Name)?.name === input.Name)
        throw new AwsError(
          'ResourceExistsException',
          `The operation failed because the secret ${input.Name} already exists.`,
        );
      const described = input.Description === undefined ? {} : { description: input.Description };
      const empty: Secret = { ...emptySecret(input.Name, clock.now()), ...described };
      const id = input.ClientRequestToken ?? randomUUID();
      const hasValue = input.SecretString !== undefined || input.SecretBinary !== undefined;
      const secret = hasValue
        ? withVersion(empty, { id, stages: [CURRENT], value: valueOf(input), at: clock.now() })
        : empty;
      store.save(secret);
      return {
        ARN: secretArn(secret, caller),
        Name: secret.name,
        VersionId: hasValue ? id : undefined,
      };
    },
  });

const putSecretValue = (parts: SecretsParts) =>
  operation({
    input: Value.extend({
      SecretId: z.string(),
      VersionStages: z.array(z.string()).min(1).default([CURRENT]),
    }),
    needs: secretNeed(parts, 'secretsmanager:PutSecretValue'),
    run: (input, { caller }) => {
      const { store, clock } = parts;
      const secret = findUsable(parts, input.SecretId);
      const id = input.ClientRequestToken ?? randomUUID();
      const version = { id, value: valueOf(input), at: clock.now() };
      if (isNew(secret, version))
        store.save(withVersion(secret, { ...version, stages: input.VersionStages }));
      return {
        ARN: secretArn(secret, caller),
        Name: secret.name,
        VersionId: id,
        VersionStages: input.VersionStages,
      };
    },
  });

const deleteSecret = (parts: SecretsParts) =>
  operation({
    input: z.object({
      SecretId: z.string(),
      RecoveryWindowInDays: z.int().min(7).max(30).default(30),
      ForceDeleteWithoutRecovery: z.boolean().default(false),
    }),
    needs: secretNeed(parts, 'secretsmanager:DeleteSecret'),
    run: (input, { caller }) => {
      const { store, clock } = parts;
      const secret = findSecret(parts, input.SecretId);
      const windowMs = input.ForceDeleteWithoutRecovery ? 0 : input.RecoveryWindowInDays * DAY_MS;
      const deletedAt = clock.now() + windowMs;
      if (input.ForceDeleteWithoutRecovery) store.remove(secret.name);
      else store.save({ ...secret, deletedAt });
      return {
        ARN: secretArn(secret, caller),
        Name: secret.name,
        DeletionDate: deletedAt / 1000,
      };
    },
  });

function valueOf({ SecretString: string, SecretBinary: binary }: Value) {
  if ((string === undefined) === (binary === undefined))
    throw new AwsError(
      'InvalidParameterException',
      'You must provide either SecretString or SecretBinary.',
    );
  return string === undefined ? { binary } : { string };
}

/** The client's token makes a repeated request safe; with another value it is refused. */
function isNew(
  secret: Secret,
  { id, value }: { id: string; value: ReturnType<typeof valueOf> },
): boolean {
  const before = secret.versions[id];
  if (before === undefined) return true;
  if (before.string === value.string && before.binary === value.binary) return false;
  throw new AwsError(
    'ResourceExistsException',
    'You cannot reuse a ClientRequestToken for a different value.',
  );
}
