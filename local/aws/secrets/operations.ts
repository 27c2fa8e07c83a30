import * as z from 'zod';
import { AwsError } from '../error.ts';
import { operation, type Operation } from '../operation.ts';
import { findSecret, findUsable, secretArn, secretNeed, type SecretsParts } from './address.ts';
import { changeOperations } from './change-operations.ts';
import { CURRENT, type Secret } from './secret.ts';

const SecretId = z.object({ SecretId: z.string() });

/** The operations of Secrets Manager by their name in X-Amz-Target (`secretsmanager.<name>`). */
export const secretsOperations = (parts: SecretsParts): Readonly<Record<string, Operation>> => ({
  ...changeOperations(parts),
  GetSecretValue: operation({
    input: SecretId.extend({
      VersionId: z.string().optional(),
      VersionStage: z.string().optional(),
    }),
    needs: secretNeed(parts, 'secretsmanager:GetSecretValue'),
    run: (input, { caller }) => {
      const secret = findUsable(parts, input.SecretId);
      const [versionId, version] = findVersion(secret, input);
      return {
        ARN: secretArn(secret, caller),
        Name: secret.name,
        VersionId: versionId,
        SecretString: version.string,
        SecretBinary: version.binary,
        VersionStages: version.stages,
        CreatedDate: seconds(version.createdAt),
      };
    },
  }),
  DescribeSecret: operation({
    input: SecretId,
    needs: secretNeed(parts, 'secretsmanager:DescribeSecret'),
    run: ({ SecretId: id }, { caller }) => {
      const secret = findSecret(parts, id);
      const { deletedAt } = secret;
      return {
        ARN: secretArn(secret, caller),
        Name: secret.name,
        Description: secret.description,
        CreatedDate: seconds(secret.createdAt),
        DeletedDate: deletedAt === undefined ? undefined : seconds(deletedAt),
        VersionIdsToStages: Object.fromEntries(
          Object.entries(secret.versions).map(([versionId, { stages }]) => [versionId, stages]),
        ),
      };
    },
  }),
});

interface Asked {
  readonly VersionId?: string | undefined;
  readonly VersionStage?: string | undefined;
}

function findVersion(secret: Secret, { VersionId: id, VersionStage }: Asked) {
  const stage = VersionStage ?? (id === undefined ? CURRENT : undefined);
  const found = Object.entries(secret.versions).find(
    ([versionId, { stages }]) =>
      (id === undefined || versionId === id) && (stage === undefined || stages.includes(stage)),
  );
  if (found !== undefined) return found;
  const which = stage === undefined ? `VersionId: ${id ?? ''}` : `staging label: ${stage}`;
  throw new AwsError(
    'ResourceNotFoundException',
    `Secrets Manager can't find the specified secret value for ${which}`,
  );
}

/** The protocol carries instants as seconds. */
const seconds = (ms: number) => ms / 1000;
