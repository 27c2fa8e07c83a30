/** What a request says about itself, by condition key in lower case (IAM ignores the case of keys). */
export type RequestContext = ReadonlyMap<string, readonly string[]>;

/** One permission that a request needs. A request may need several: a transaction needs one an item. */
export interface Need {
  /** As in a policy: `dynamodb:PutItem`. */
  readonly action: string;
  readonly resource: string;
  readonly context?: RequestContext;
}

/** Services whose calls the host sees. Grants on others (logs, X-Ray) are read and never asked for. */
export const OBSERVED_SERVICES = ['dynamodb', 'sqs', 'kms', 'secretsmanager', 's3'] as const;

const exactKeys = [
  'aws:securetransport',
  'aws:requestedregion',
  'aws:principalarn',
  'dynamodb:leadingkeys',
  'dynamodb:enclosingoperation',
  'dynamodb:select',
  'kms:encryptioncontextkeys',
  's3:delimiter',
  's3:max-keys',
  's3:prefix',
  'secretsmanager:name',
  'secretsmanager:secretid',
  'secretsmanager:versionstage',
];

/** A key that the host never fills would make its statement silently useless, so the policy reader refuses it. */
export const isFilledKey = (key: string): boolean =>
  exactKeys.includes(key.toLowerCase()) || key.toLowerCase().startsWith('kms:encryptioncontext:');

/** Leaves out what the request does not say. */
export const contextOf = (entries: Readonly<Record<string, readonly string[] | undefined>>) =>
  new Map(
    Object.entries(entries).flatMap(([key, values]) =>
      values === undefined ? [] : [[key.toLowerCase(), values] as const],
    ),
  );
