import * as z from 'zod';

export const CURRENT = 'AWSCURRENT';
export const PREVIOUS = 'AWSPREVIOUS';

const Version = z.object({
  stages: z.array(z.string()),
  string: z.string().optional(),
  /** Base64. */
  binary: z.string().optional(),
  /** Epoch ms. */
  createdAt: z.number(),
});
export type Version = z.infer<typeof Version>;

/** A secret with its versions by version id. */
export const Secret = z.object({
  name: z.string(),
  description: z.string().optional(),
  /** The six characters that Secrets Manager appends to the name in an ARN. */
  suffix: z.string(),
  createdAt: z.number(),
  deletedAt: z.number().optional(),
  versions: z.record(z.string(), Version),
});
export type Secret = z.infer<typeof Secret>;

export interface NewVersion {
  readonly id: string;
  readonly stages: readonly string[];
  readonly value: Pick<Version, 'string' | 'binary'>;
  readonly at: number;
}

/**
 * Adds a version. Its stages move to it from the versions that had them, and what was current becomes the previous
 * one. A version without stages is forgotten.
 */
export function withVersion(secret: Secret, { id, stages, value, at }: NewVersion): Secret {
  const movesCurrent = stages.includes(CURRENT);
  const others = Object.entries(secret.versions).map(([otherId, version]) => {
    const wasCurrent = movesCurrent && version.stages.includes(CURRENT);
    const kept = version.stages.filter(
      (stage) => !stages.includes(stage) && !(movesCurrent && stage === PREVIOUS),
    );
    return [otherId, { ...version, stages: wasCurrent ? [...kept, PREVIOUS] : kept }] as const;
  });
  const staged = others.filter(([, version]) => version.stages.length > 0);
  const versions = {
    ...Object.fromEntries(staged),
    [id]: { ...value, stages: [...stages], createdAt: at },
  };
  return { ...secret, versions };
}
