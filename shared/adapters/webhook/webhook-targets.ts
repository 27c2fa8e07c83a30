import { lookup } from 'node:dns/promises';
import { ok, type Result } from '../../domain/result.ts';
import { readTarget, refuseTarget, type TargetRefused } from '../../domain/webhook-target.ts';
import type { WebhookTargets } from '../../ports/webhooks.ts';
import { isPublicAddress } from './address-guard.ts';

export interface Address {
  readonly address: string;
  readonly family: number;
}

/** Every address of a host name; rejects when it has none. */
export type Resolve = (host: string) => Promise<readonly Address[]>;

const fromSystem: Resolve = (host) => lookup(host, { all: true });

/** An address that may be called, with every place that its name leads to now. */
export interface CheckedTarget {
  readonly url: URL;
  /** At least one, in the resolver's order. */
  readonly addresses: readonly Address[];
}

export interface WebhookTargetOptions {
  /** Host names that may be private and speak plain http, separated by commas. Empty except on one machine. */
  readonly privateHosts: string;
  readonly resolve?: Resolve;
}

/** Guards against webhooks that lead into our own network (server-side request forgery). */
export class CheckedWebhookTargets implements WebhookTargets {
  readonly #privateHosts: ReadonlySet<string>;
  readonly #resolve: Resolve;

  constructor({ privateHosts, resolve = fromSystem }: WebhookTargetOptions) {
    const names = privateHosts.split(',').map((name) => name.trim().toLowerCase());
    this.#privateHosts = new Set(names.filter((name) => name !== ''));
    this.#resolve = resolve;
  }

  async check(url: string): Promise<Result<null, TargetRefused>> {
    const target = await this.locate(url);
    return target.ok ? ok(null) : target;
  }

  /** Resolves the name once; whoever connects must use these very addresses and not ask again. */
  async locate(text: string): Promise<Result<CheckedTarget, TargetRefused>> {
    const read = readTarget(text, this.#privateHosts);
    if (!read.ok) return read;
    const url = read.value;
    const addresses = await this.#addressesOf(url.hostname);
    if (addresses.length === 0) return refuseTarget('UNRESOLVABLE');
    // One private address among public ones is an attack or a mistake, not a choice to make.
    const isAllowed =
      this.#privateHosts.has(url.hostname) ||
      addresses.every((one) => isPublicAddress(one.address));
    return isAllowed ? ok({ url, addresses }) : refuseTarget('PRIVATE_ADDRESS');
  }

  async #addressesOf(hostname: string): Promise<readonly Address[]> {
    try {
      // A literal IPv6 address stands in brackets in a URL and resolves to itself.
      return await this.#resolve(hostname.replace(/^\[(.*)\]$/, '$1'));
    } catch {
      return [];
    }
  }
}
