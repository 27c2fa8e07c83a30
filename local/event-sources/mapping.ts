import * as z from 'zod';
import { lastSegment, parseArn } from '../aws/arn.ts';
import type { ResolvedResource, Resources } from '../types.ts';
import { compileFilter, type Filter } from './filter.ts';

const UNLIMITED = -1;

/** Strict: a setting that is not honoured here must not look as if it were. */
const Properties = z.strictObject({
  FunctionName: z.string(),
  EventSourceArn: z.string(),
  Enabled: z.boolean().default(true),
  BatchSize: z.coerce.number().int().min(1).max(10_000).optional(),
  // Shortened to nothing: here nobody pays for a small batch.
  MaximumBatchingWindowInSeconds: z.coerce.number().optional(),
  FilterCriteria: z
    .strictObject({ Filters: z.array(z.object({ Pattern: z.string() })) })
    .optional(),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  // LATEST would lose what is written before the first read, so it is not played.
  StartingPosition: z.literal('TRIM_HORIZON').optional(),
  MaximumRetryAttempts: z.coerce.number().int().min(UNLIMITED).max(10_000).default(UNLIMITED),
  MaximumRecordAgeInSeconds: z.coerce.number().int().min(UNLIMITED).default(UNLIMITED),
  BisectBatchOnFunctionError: z.boolean().default(false),
  ParallelizationFactor: z.literal(1).optional(),
  DestinationConfig: z
    .strictObject({ OnFailure: z.strictObject({ Destination: z.string() }) })
    .optional(),
  ScalingConfig: z
    .strictObject({ MaximumConcurrency: z.coerce.number().int().min(2).max(1_000) })
    .optional(),
  Tags: z.unknown().optional(),
});
type Properties = z.infer<typeof Properties>;

interface CommonMapping {
  readonly functionName: string;
  readonly sourceArn: string;
  readonly region: string;
  readonly batchSize: number;
  readonly filter: Filter;
  readonly reportsFailures: boolean;
}

/** Reads a table's stream. */
export interface StreamMapping extends CommonMapping {
  readonly kind: 'stream';
  readonly functionArn: string;
  readonly tableName: string;
  /** Infinity: until the record expires. */
  readonly maxRetries: number;
  readonly maxAgeMs: number;
  readonly bisects: boolean;
  /** Name of the queue for what is given up. */
  readonly failureQueue: string | null;
}

/** Receives from a queue. */
export interface QueueMapping extends CommonMapping {
  readonly kind: 'queue';
  readonly queueName: string;
  readonly maxConcurrency: number;
}

/** Lasting name under which its place in the stream is kept. */
export const readerOf = ({ functionName, tableName }: StreamMapping): string =>
  `${functionName} <- ${tableName}`;

export type Mapping = StreamMapping | QueueMapping;

const STREAM_BATCH = 100;
const QUEUE_BATCH = 10;
/** Without ScalingConfig Lambda goes up to 1,000; more than the host has workers for only waits elsewhere. */
const QUEUE_CONCURRENCY = 10;

/** The enabled mappings of the templates. @throws naming the mapping and the setting that cannot be honoured. */
export const mappingsOf = (resources: Resources): readonly Mapping[] =>
  resources
    .ofType('AWS::Lambda::EventSourceMapping')
    .map((resource) => ({ resource, properties: read(resource) }))
    .filter(({ properties }) => properties.Enabled)
    .map(({ resource, properties }) => {
      try {
        return mappingOf(properties, resources);
      } catch (error) {
        throw new Error(`${nameOf(resource)}: ${String(error)}`, { cause: error });
      }
    });

const nameOf = ({ stack, logicalId }: ResolvedResource) => `Event source ${stack}/${logicalId}`;

function read(resource: ResolvedResource): Properties {
  const parsed = Properties.safeParse(resource.properties);
  if (parsed.success) return parsed.data;
  throw new Error(`${nameOf(resource)}: ${z.prettifyError(parsed.error)}`);
}

function mappingOf(properties: Properties, resources: Resources): Mapping {
  const { service, region, resource } = parseArn(properties.EventSourceArn);
  const functionName = lastSegment(properties.FunctionName);
  const functions = resources.ofType('AWS::Lambda::Function');
  const target = functions.find(({ name }) => name === functionName);
  if (target === undefined) throw new Error(`the templates have no function ${functionName}`);
  const patterns = (properties.FilterCriteria?.Filters ?? []).map(({ Pattern }) => Pattern);
  const common = {
    functionName,
    sourceArn: properties.EventSourceArn,
    region,
    filter: compileFilter(patterns),
    reportsFailures: properties.FunctionResponseTypes.length > 0,
  };
  if (service === 'dynamodb')
    return { ...common, ...streamSettings(properties, resource), functionArn: target.arn ?? '' };
  if (service === 'sqs') return { ...common, ...queueSettings(properties, resource) };
  throw new Error(`the local host does not read from ${service}`);
}

const queueSettings = ({ BatchSize, ScalingConfig }: Properties, queueName: string) => ({
  kind: 'queue' as const,
  queueName,
  batchSize: BatchSize ?? QUEUE_BATCH,
  maxConcurrency: ScalingConfig?.MaximumConcurrency ?? QUEUE_CONCURRENCY,
});

function streamSettings(properties: Properties, resource: string) {
  const { MaximumRecordAgeInSeconds: age, MaximumRetryAttempts: retries } = properties;
  const [, tableName] = /^table\/([^/]+)\/stream\//.exec(resource) ?? [];
  if (tableName === undefined) throw new Error(`${resource} is not a table's stream`);
  if (properties.StartingPosition === undefined) throw new Error('StartingPosition is missing');
  return {
    kind: 'stream' as const,
    tableName,
    batchSize: properties.BatchSize ?? STREAM_BATCH,
    maxRetries: retries === UNLIMITED ? Infinity : retries,
    maxAgeMs: age === UNLIMITED ? Infinity : age * 1000,
    bisects: properties.BisectBatchOnFunctionError,
    failureQueue: failureQueue(properties.DestinationConfig?.OnFailure.Destination),
  };
}

function failureQueue(destination: string | undefined): string | null {
  if (destination === undefined) return null;
  const { service, resource } = parseArn(destination);
  if (service !== 'sqs' || resource.endsWith('.fifo'))
    throw new Error(`failures can go to a standard queue here, not to ${destination}`);
  return resource;
}
