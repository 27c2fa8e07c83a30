import type { Resources } from '../types.ts';
import { readAssembly } from './assembly.ts';
import { resolveTemplates } from './resources.ts';

export interface Templates {
  readonly resources: Resources;
  /** Folder of the asset with this S3 key; throws when `cdk synth` wrote none. */
  assetPath(key: string): string;
}

/** Reads and resolves the stacks of one stage from what `cdk synth` wrote. */
export function loadTemplates(cdkOut: string, stage = 'local'): Templates {
  const { templates, assets } = readAssembly(cdkOut, stage);
  return {
    resources: resolveTemplates(templates),
    assetPath: (key) => {
      const path = assets.get(key);
      if (path === undefined) throw new Error(`${cdkOut} has no asset ${key}`);
      return path;
    },
  };
}
