import { createContext, runInContext } from 'node:vm';
import * as z from 'zod';
import { wildcard } from '../iam/wildcard.ts';
import type { Resources } from '../types.ts';

/** What CloudFront does in front of the web app's files, read from the templates. */
export interface Edge {
  /** Whether a path is the API's and not the web app's. */
  isForApi(path: string): boolean;
  /** The file that a path stands for. */
  fileOf(path: string): string;
  /** What is sent with each file. */
  readonly headers: Readonly<Record<string, string>>;
}

const Distribution = z.object({
  DistributionConfig: z.object({
    DefaultCacheBehavior: z.object({
      ResponseHeadersPolicyId: z.string(),
      FunctionAssociations: z.tuple([
        z.object({ EventType: z.literal('viewer-request'), FunctionARN: z.string() }),
      ]),
    }),
    CacheBehaviors: z.array(z.object({ PathPattern: z.string() })),
  }),
});
const EdgeFunction = z.object({ FunctionCode: z.string() });
/** Strict: a header that the policy gets one day must not be missing here. */
const Policy = z.object({
  ResponseHeadersPolicyConfig: z.object({
    SecurityHeadersConfig: z.strictObject({
      ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.string() }),
      ContentTypeOptions: z.object({}),
      FrameOptions: z.object({ FrameOption: z.string() }),
      ReferrerPolicy: z.object({ ReferrerPolicy: z.string() }),
      StrictTransportSecurity: z.object({
        AccessControlMaxAgeSec: z.coerce.number(),
        IncludeSubdomains: z.boolean(),
      }),
    }),
  }),
});

/** Undefined when the templates deliver no web app; throws when they do it in a way that this host does not know. */
export function readEdge(resources: Resources): Edge | undefined {
  const [distribution] = resources.ofType('AWS::CloudFront::Distribution');
  if (distribution === undefined) return undefined;
  const { DefaultCacheBehavior: app, CacheBehaviors } = Distribution.parse(
    distribution.properties,
  ).DistributionConfig;
  const patterns = CacheBehaviors.map(({ PathPattern }) => wildcard(PathPattern));
  const [{ FunctionARN }] = app.FunctionAssociations;
  return {
    isForApi: (path) => patterns.some((pattern) => pattern.test(path)),
    fileOf: edgeFunction(resources, FunctionARN),
    headers: headersOf(resources, app.ResponseHeadersPolicyId),
  };
}

/** Runs the function's own code, as CloudFront would, with nothing of this process in reach. */
function edgeFunction(resources: Resources, arn: string): (path: string) => string {
  const found = resources.ofType('AWS::CloudFront::Function').find(({ ref }) => ref === arn);
  const { FunctionCode } = EdgeFunction.parse(found?.properties);
  const context = createContext({});
  runInContext(FunctionCode, context);
  return (path) => {
    const request = JSON.stringify({ request: { uri: path } });
    return z
      .object({ uri: z.string() })
      .parse(runInContext(`handler(${request})`, context, { timeout: EDGE_FUNCTION_MS })).uri;
  };
}

/** CloudFront gives a function less than a millisecond of its processor; a slow machine gets more. */
const EDGE_FUNCTION_MS = 1_000;

function headersOf(resources: Resources, id: string): Readonly<Record<string, string>> {
  const policy = resources
    .ofType('AWS::CloudFront::ResponseHeadersPolicy')
    .find(({ ref }) => ref === id);
  const { SecurityHeadersConfig: said } = Policy.parse(
    policy?.properties,
  ).ResponseHeadersPolicyConfig;
  const { AccessControlMaxAgeSec: age, IncludeSubdomains } = said.StrictTransportSecurity;
  return {
    'content-security-policy': said.ContentSecurityPolicy.ContentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': said.FrameOptions.FrameOption,
    'referrer-policy': said.ReferrerPolicy.ReferrerPolicy,
    'strict-transport-security': `max-age=${age}${IncludeSubdomains ? '; includeSubDomains' : ''}`,
  };
}
