import { RemovalPolicy } from 'aws-cdk-lib';
import { Mfa } from 'aws-cdk-lib/aws-cognito';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';

export const STAGE_IDS = ['local', 'dev', 'prod'] as const;
export type StageId = (typeof STAGE_IDS)[number];

export interface Throttle {
  /** Requests a second that pass without end. */
  readonly rateLimit: number;
  /** Requests that may come at once. */
  readonly burstLimit: number;
}

/** What differs between the deployments. Whatever is not here is the same everywhere. */
export interface StageConfig {
  readonly id: StageId;
  /** First part of the stack names. */
  readonly title: string;
  /** Folder under shared/jurisdictions: the province that the deployment serves. */
  readonly jurisdictionId: string;
  /** What happens to tables, keys, secrets, the user pool and the web bucket when their stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
  readonly deletionProtection: boolean;
  readonly logRetention: RetentionDays;
  /** So long the classifier may learn from what people decided of a case. */
  readonly exampleRetentionDays: number;
  /** Whether a code of an authenticator app is asked for beside the password. */
  readonly mfa: Mfa;
  /** Staff, departments' systems and the reference pages together. */
  readonly throttle: Throttle;
  /** Each route of citizens and open data: anybody may call it, and a tracking code must not be found by trying. */
  readonly citizenThrottle: Throttle;
  /** Where the web app and, behind the same origin, the API are seen by browsers. */
  readonly webOrigin: string;
  /** Certificate (us-east-1) of the web origin's name; without one CloudFront's own name is used. */
  readonly webCertificateArn?: string;
  /** Unique in the region: `https://<prefix>.auth.<region>.amazoncognito.com`. */
  readonly signInDomainPrefix: string;
  /** Comma-separated hosts that webhooks may reach though they are private. */
  readonly webhookPrivateHosts: string;
  /**
   * A foundation model of Amazon Bedrock in the deployment's own region, which gives a second opinion of messages that the
   * classifier is not sure of; empty: none does.
   */
  readonly secondOpinionModelId: string;
  /** Second opinions in a day. Each costs some 3,500 tokens: with a small model, all of them less than a dollar. */
  readonly secondOpinionDailyLimit: number;
}

const JURISDICTION_ID = 'binh-duong';

const withoutSecondOpinion = { secondOpinionModelId: '', secondOpinionDailyLimit: 500 } as const;

const shortLived = {
  jurisdictionId: JURISDICTION_ID,
  removalPolicy: RemovalPolicy.DESTROY,
  deletionProtection: false,
  logRetention: RetentionDays.TWO_WEEKS,
  exampleRetentionDays: 730,
  mfa: Mfa.OPTIONAL,
  ...withoutSecondOpinion,
} as const;

const stages: Readonly<Record<StageId, StageConfig>> = {
  // Never deployed: the local host runs its templates. The replay of eight months must not be throttled.
  local: {
    ...shortLived,
    id: 'local',
    title: 'Local',
    throttle: { rateLimit: 10_000, burstLimit: 5_000 },
    citizenThrottle: { rateLimit: 1_000, burstLimit: 500 },
    webOrigin: 'http://localhost',
    signInDomainPrefix: 'hotline-1022-local',
    webhookPrivateHosts: 'localhost',
  },
  dev: {
    ...shortLived,
    id: 'dev',
    title: 'Dev',
    throttle: { rateLimit: 100, burstLimit: 200 },
    citizenThrottle: { rateLimit: 10, burstLimit: 20 },
    webOrigin: 'https://dev.1022.binhduong.gov.vn',
    signInDomainPrefix: 'hotline-1022-binh-duong-dev',
    webhookPrivateHosts: '',
  },
  // 1,000 cases a second are the design peak; see docs/access-patterns.md.
  prod: {
    id: 'prod',
    title: 'Prod',
    jurisdictionId: JURISDICTION_ID,
    removalPolicy: RemovalPolicy.RETAIN,
    deletionProtection: true,
    logRetention: RetentionDays.ONE_YEAR,
    exampleRetentionDays: 730,
    mfa: Mfa.REQUIRED,
    ...withoutSecondOpinion,
    throttle: { rateLimit: 2_000, burstLimit: 2_000 },
    citizenThrottle: { rateLimit: 50, burstLimit: 100 },
    webOrigin: 'https://1022.binhduong.gov.vn',
    signInDomainPrefix: 'hotline-1022-binh-duong',
    webhookPrivateHosts: '',
  },
};

/**
 * The configuration of a stage. `WEB_ORIGIN` and `WEB_CERTIFICATE_ARN` are known to whoever owns the domain, and
 * `SECOND_OPINION_MODEL_ID` to whoever pays for it, so they may come from the environment of the deployment.
 * @throws naming the stages there are.
 */
export function stageOf(
  id: string,
  environment: Readonly<Record<string, string | undefined>> = {},
): StageConfig {
  const stage = STAGE_IDS.find((known) => known === id);
  if (stage === undefined)
    throw new Error(`There is no stage "${id}": use one of ${STAGE_IDS.join(', ')}`);
  const { WEB_ORIGIN: webOrigin, WEB_CERTIFICATE_ARN: webCertificateArn } = environment;
  const { SECOND_OPINION_MODEL_ID: secondOpinionModelId } = environment;
  return {
    ...stages[stage],
    ...(webOrigin !== undefined && { webOrigin: new URL(webOrigin).origin }),
    ...(webCertificateArn !== undefined && { webCertificateArn }),
    ...(secondOpinionModelId !== undefined && { secondOpinionModelId }),
  };
}

/** `1022-<stage>-<part>`: the physical name of a function or queue, the same in every template that names it. */
export const physicalName = ({ id }: StageConfig, part: string): string => `1022-${id}-${part}`;

/** Under it each department's webhook secret lies in Secrets Manager. */
export const webhookSecretPrefix = ({ id }: StageConfig): string => `1022/${id}/webhook/`;
