import * as z from 'zod';

/**
 * The configuration of each trigger, read once at start. `infra/` must satisfy the same schema, so a variable
 * that is missing there is a compile error.
 */
const Common = z.object({
  /** Folder name under shared/jurisdictions: the province that this deployment serves. */
  JURISDICTION_ID: z.string().min(1),
});
const cases = { CASES_TABLE_NAME: z.string().min(3) };
const directory = { DIRECTORY_TABLE_NAME: z.string().min(3) };
const statistics = { STATISTICS_TABLE_NAME: z.string().min(3) };
/** KMS key under which each case's data key is wrapped, and the secret from which HMAC keys are derived. */
const keys = { DATA_KEY_ID: z.string().min(1), PEPPER_SECRET_ID: z.string().min(1) };
/** Name prefix of the departments' webhook secrets in Secrets Manager. */
const webhooks = {
  WEBHOOK_SECRET_PREFIX: z.string().min(1),
  /** Comma-separated host names that may be private. Empty except on one machine: see docs/local-differences.md. */
  WEBHOOK_PRIVATE_HOSTS: z.string().default(''),
};

/** Bucket of examples, learned models and their report cards. */
const learning = { LEARNING_BUCKET_NAME: z.string().min(3) };
const retention = {
  /** So long an example is kept; the bucket's life cycle says the same. */
  EXAMPLE_RETENTION_DAYS: z.coerce.number<string>().int().min(30),
};

/** Bucket of exported files, and the queue of work on them. */
const files = { FILES_BUCKET_NAME: z.string().min(3) };
const exportsQueue = { EXPORTS_QUEUE_URL: z.url() };

const deliveries = { DELIVERIES_QUEUE_URL: z.url() };
const intake = { INTAKE_QUEUE_URL: z.url() };
/** A model of Amazon Bedrock that is asked about texts of which the classifier is not sure; empty: nobody is. */
const secondOpinion = {
  SECOND_OPINION_MODEL_ID: z.string().max(64).default(''),
  /** Requests in a day of the province, with which its cost ends. */
  SECOND_OPINION_DAILY_LIMIT: z.coerce.number().int().min(1),
};

export const DeskEnv = Common.extend({ ...cases, ...directory, ...keys });
export const DepartmentEnv = Common.extend({ ...cases, ...directory, ...keys });
export const ConnectionEnv = Common.extend({ ...directory, ...webhooks, ...deliveries });
export const CitizenEnv = Common.extend({ ...cases, ...directory, ...keys });
/** Cases are only read: those that stand behind a figure. */
export const StatisticsEnv = Common.extend({
  ...statistics,
  ...directory,
  ...cases,
  PEPPER_SECRET_ID: keys.PEPPER_SECRET_ID,
});
/** Cases are read by the function that writes the files, not by the one that is asked for them. */
export const ExportsEnv = Common.extend({
  ...statistics,
  ...directory,
  ...files,
  ...exportsQueue,
  PEPPER_SECRET_ID: keys.PEPPER_SECRET_ID,
});
/** Figures and names; no case. */
export const ReportsEnv = Common.extend({ ...statistics, ...directory });
export const ExportCasesEnv = Common.extend({
  ...statistics,
  ...cases,
  ...directory,
  ...files,
  ...exportsQueue,
  /** After so many tries the queue gives a message up. */
  EXPORT_TRIES: z.coerce.number<string>().int().min(1),
});
/** Cases are only read: which of them a calendar would move. */
export const DirectoryEnv = Common.extend({ ...directory, ...cases });
export const DraftsEnv = Common.extend({ ...cases, ...directory, ...keys, ...learning });
/** Words of cases are opened for a dry run, and nothing of them is shown. */
export const RulesEnv = Common.extend({ ...cases, ...directory, ...keys, ...learning });
/** What is published, and nothing of what it was made of. */
export const OpenDataEnv = Common.extend({ ...files });
export const ReferenceEnv = Common.extend({
  /** Issuer and public client with which the documentation page signs a reader in. */
  ISSUER_URL: z.url(),
  DOCS_CLIENT_ID: z.string().min(1),
  /** The web app's public client, where it ends a session, and the zone whose days it shows. */
  WEB_CLIENT_ID: z.string().min(1),
  SIGN_OUT_URL: z.url(),
  TIME_ZONE: z.string().min(1),
});
export const ProjectStatisticsEnv = Common.extend({ ...statistics, ...directory });
export const PublishEnv = Common.extend({ ...deliveries, ...intake });
export const ProposeIntakeEnv = Common.extend({
  ...cases,
  ...directory,
  ...keys,
  ...intake,
  ...learning,
  ...secondOpinion,
});
export const DeliverEnv = Common.extend({
  ...cases,
  ...directory,
  ...webhooks,
  ...deliveries,
  /** After so many tries the queue gives a message up. */
  DELIVERY_TRIES: z.coerce.number().int().min(1),
});
export const CloseUnjudgedEnv = Common.extend({ ...cases, ...directory, ...keys });
export const SweepDeadlinesEnv = Common.extend({ ...cases, ...directory, ...keys });
export const MoveDeadlinesEnv = Common.extend({ ...cases, ...directory, ...keys });
export const CheckCalendarEnv = Common.extend({ ...directory });
/** The queue of the desk is only read: calls that nobody has handed off. */
export const WatchFiguresEnv = Common.extend({ ...cases, ...statistics, ...directory });
export const ReconcileEnv = Common.extend({ ...cases, ...statistics, ...directory });

/** Cases are told by what they count for in the figures: there is no table of cases here. */
export const PublishOpenDataEnv = Common.extend({ ...statistics, ...directory, ...files });

/** Words of cases are opened once they have settled; nothing is decided and nobody is asked. */
export const CollectExamplesEnv = Common.extend({
  ...cases,
  ...keys,
  ...learning,
  ...retention,
});
export const RetrainEnv = Common.extend({ ...learning, ...retention });

/** What Lambda itself puts there, for requests that no client of the SDK makes. */
export const SigningEnv = z.object({
  AWS_REGION: z.string().min(1),
  AWS_ACCESS_KEY_ID: z.string().min(1),
  AWS_SECRET_ACCESS_KEY: z.string().min(1),
  AWS_SESSION_TOKEN: z.string().optional(),
  /** On one machine. */
  AWS_ENDPOINT_URL_S3: z.url().optional(),
});

/** Reads and checks the environment; throws at start, naming each variable that is missing or wrong. */
export const readEnv = <S extends z.ZodType>(schema: S): z.infer<S> => {
  const parsed = schema.safeParse(process.env);
  if (!parsed.success) throw new Error(`Environment: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
};
