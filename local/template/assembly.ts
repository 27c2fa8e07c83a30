import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import * as z from 'zod';

const Resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Condition: z.string().optional(),
  Metadata: z.record(z.string(), z.unknown()).default({}),
});
const Output = z.object({
  Value: z.unknown(),
  Export: z.object({ Name: z.unknown() }).optional(),
});
const Parameter = z.object({ Type: z.string(), Default: z.unknown().optional() });

const Template = z.object({
  Resources: z.record(z.string(), Resource).default({}),
  Outputs: z.record(z.string(), Output).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Mappings: z
    .record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown())))
    .default({}),
  Parameters: z.record(z.string(), Parameter).default({}),
});
export type Template = z.infer<typeof Template>;
export type TemplateResource = z.infer<typeof Resource>;

const Manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      properties: z
        .object({
          templateFile: z.string(),
          stackName: z.string(),
          file: z.string(),
          directoryName: z.string(),
        })
        .partial()
        .optional(),
    }),
  ),
});
type Artifact = z.infer<typeof Manifest>['artifacts'][string];

const AssetManifest = z.object({
  files: z
    .record(
      z.string(),
      z.object({
        source: z.object({ path: z.string().optional() }),
        destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
      }),
    )
    .default({}),
});

export interface Assembly {
  /** By stack name. */
  readonly templates: ReadonlyMap<string, Template>;
  /** Folder (or file) of each asset by the S3 key under which the templates know it. */
  readonly assets: ReadonlyMap<string, string>;
}

interface Found {
  readonly templates: Map<string, Template>;
  readonly assets: Map<string, string>;
}

/**
 * Reads what `cdk synth` wrote, nested stages too, and keeps the stacks whose names begin with `<stage>-`.
 * Throws, naming the stacks that are there, when the stage has none.
 */
export function readAssembly(cdkOut: string, stage: string): Assembly {
  const found: Found = { templates: new Map(), assets: new Map() };
  readFolder(cdkOut, found);
  const prefix = `${stage}-`.toLowerCase();
  const templates = new Map(
    [...found.templates].filter(([name]) => name.toLowerCase().startsWith(prefix)),
  );
  if (templates.size === 0) {
    const there = [...found.templates.keys()].join(', ') || 'no stacks at all';
    throw new Error(`${cdkOut} has no stacks of the stage "${stage}" (it has ${there})`);
  }
  return { templates, assets: found.assets };
}

function readFolder(folder: string, found: Found): void {
  const manifest = join(folder, 'manifest.json');
  if (!existsSync(manifest)) throw new Error(`${manifest} is missing: run "npm run synth" first`);
  const { artifacts } = read(manifest, Manifest);
  // CDK leaves the stack's name out where it is the artifact's own.
  for (const [name, { type, properties = {} }] of Object.entries(artifacts))
    readArtifact(folder, { type, properties: { stackName: name, ...properties } }, found);
}

function readArtifact(folder: string, { type, properties = {} }: Artifact, found: Found): void {
  const { templateFile, stackName, file, directoryName } = properties;
  if (type === 'cdk:cloud-assembly') readFolder(join(folder, needed(directoryName)), found);
  if (type === 'cdk:asset-manifest') readAssets(join(folder, needed(file)), found.assets);
  if (type === 'aws:cloudformation:stack')
    found.templates.set(needed(stackName), read(join(folder, needed(templateFile)), Template));
}

function needed(property: string | undefined): string {
  if (property === undefined) throw new Error('manifest.json lacks the file or the name of a part');
  return property;
}

function readAssets(file: string, assets: Map<string, string>): void {
  for (const { source, destinations } of Object.values(read(file, AssetManifest).files)) {
    if (source.path === undefined) continue;
    for (const { objectKey } of Object.values(destinations))
      assets.set(objectKey, resolve(dirname(file), source.path));
  }
}

function read<S extends z.ZodType>(path: string, schema: S): z.infer<S> {
  const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
