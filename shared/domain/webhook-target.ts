import { err, ok, type Result } from './result.ts';

/** Longer than any address a person writes; a limit because it is stored and sent. */
export const WEBHOOK_URL_LIMIT = 2_048;

/** Why an address is not one that we call. */
export type TargetRefusal =
  | 'NOT_A_URL'
  | 'NOT_HTTPS'
  | 'HAS_CREDENTIALS'
  | 'PORT_NOT_ALLOWED'
  /** The host name has no address. */
  | 'UNRESOLVABLE'
  /** The name, or one of its addresses, is inside a private network, this machine or a cloud's own services. */
  | 'PRIVATE_ADDRESS';

export interface TargetRefused {
  readonly code: 'WEBHOOK_TARGET_REFUSED';
  readonly reason: TargetRefusal;
}

export const refuseTarget = (
  reason: TargetRefusal,
): { readonly ok: false; readonly error: TargetRefused } =>
  err({ code: 'WEBHOOK_TARGET_REFUSED', reason });

/** Below 1024 lie mail, shells and databases; a web server there is on 443. */
const FIRST_UNPRIVILEGED_PORT = 1024;

interface Rule {
  readonly refusal: TargetRefusal;
  /** `isListed`: the host is one that may be private, on a machine where everything is. */
  readonly holds: (url: URL, isListed: boolean) => boolean;
}

const rules: readonly Rule[] = [
  {
    refusal: 'NOT_HTTPS',
    holds: ({ protocol }, isListed) => protocol === 'https:' || (isListed && protocol === 'http:'),
  },
  {
    refusal: 'HAS_CREDENTIALS',
    holds: ({ username, password }) => username === '' && password === '',
  },
  {
    refusal: 'PORT_NOT_ALLOWED',
    // The address of https itself shows no port.
    holds: ({ port }, isListed) =>
      isListed || port === '' || Number(port) >= FIRST_UNPRIVILEGED_PORT,
  },
];

/**
 * What can be said of an address by reading it. Where its name leads is checked when it is saved and again at each
 * delivery, by whoever makes the connection.
 */
export function readTarget(
  text: string,
  listedHosts: ReadonlySet<string>,
): Result<URL, TargetRefused> {
  if (text.length > WEBHOOK_URL_LIMIT || !URL.canParse(text)) return refuseTarget('NOT_A_URL');
  const url = new URL(text);
  const broken = rules.find(({ holds }) => !holds(url, listedHosts.has(url.hostname)));
  return broken === undefined ? ok(url) : refuseTarget(broken.refusal);
}
