import * as z from 'zod';
import type { Templates } from '../template/load.ts';
import type { ResolvedResource } from '../types.ts';

/** More would only make two cores change between them. */
const MOST_WORKERS = 4;

const Properties = z.object({
  Handler: z.string().regex(/^[^.]+\.[^.]+$/, 'must be file.export'),
  Runtime: z.string().startsWith('nodejs'),
  // Lambda's own values when the template says nothing.
  Timeout: z.number().default(3),
  MemorySize: z.number().default(128),
  ReservedConcurrentExecutions: z.number().optional(),
  Code: z.object({ S3Key: z.string() }),
  Environment: z
    .object({ Variables: z.record(z.string(), z.coerce.string()).default({}) })
    .default({ Variables: {} }),
});

/** A function as the template describes it. */
export interface FunctionDefinition {
  /** Physical name. */
  readonly name: string;
  readonly arn: string;
  readonly folder: string;
  /** `file.export`, as in the template. */
  readonly handler: string;
  readonly runtime: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  /** How many events it works on at once; 0 when the template switches the function off. */
  readonly workers: number;
  readonly variables: Readonly<Record<string, string>>;
}

export const functionDefinitions = (templates: Templates): readonly FunctionDefinition[] =>
  templates.resources
    .ofType('AWS::Lambda::Function')
    .map((resource) => toDefinition(resource, templates));

function toDefinition(resource: ResolvedResource, templates: Templates): FunctionDefinition {
  const { stack, logicalId, name, arn = '' } = resource;
  const parsed = Properties.safeParse(resource.properties);
  if (!parsed.success) throw new Error(`${stack}/${logicalId}: ${z.prettifyError(parsed.error)}`);
  const { Handler, Runtime, Timeout, MemorySize, Code, Environment } = parsed.data;
  const { ReservedConcurrentExecutions: reserved = MOST_WORKERS } = parsed.data;
  return {
    name,
    arn,
    folder: templates.assetPath(Code.S3Key),
    handler: Handler,
    runtime: Runtime,
    timeoutMs: Timeout * 1_000,
    memoryMb: MemorySize,
    workers: Math.min(reserved, MOST_WORKERS),
    variables: Environment.Variables,
  };
}
