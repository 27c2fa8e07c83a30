import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  /** Epoch milliseconds. */
  readonly until: number;
}

/** Every so many writes, what has expired is thrown away. */
const WRITES_BETWEEN_SWEEPS = 500;

/**
 * Sessions, codes and refresh tokens, in memory: after a restart one signs in again, which is a click. (Access tokens
 * need no session and live on.) oidc-provider's own store forgets living sessions after about a thousand entries.
 */
export function createSessionStore(): AdapterFactory {
  const kinds = new Map<string, Map<string, Kept>>();
  let writes = 0;
  const written = (): void => {
    writes += 1;
    if (writes % WRITES_BETWEEN_SWEEPS === 0) for (const kept of kinds.values()) sweep(kept);
  };
  return (kind) => {
    const kept = kinds.get(kind) ?? new Map<string, Kept>();
    kinds.set(kind, kept);
    return adapter(kept, kinds, written);
  };
}

function adapter(
  kept: Map<string, Kept>,
  kinds: ReadonlyMap<string, Map<string, Kept>>,
  written: () => void,
): Adapter {
  const living = (found: Kept | undefined): AdapterPayload | undefined =>
    found && found.until > Date.now() ? found.payload : undefined;
  const where = (matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined =>
    living([...kept.values()].find(({ payload }) => matches(payload)));
  return {
    upsert: (id, payload, expiresIn) => {
      const until = expiresIn === undefined ? Infinity : Date.now() + expiresIn * 1_000;
      kept.set(id, { payload, until });
      written();
      return Promise.resolve();
    },
    find: (id) => Promise.resolve(living(kept.get(id))),
    findByUid: (uid) => Promise.resolve(where((payload) => payload.uid === uid)),
    findByUserCode: (code) => Promise.resolve(where((payload) => payload.userCode === code)),
    consume: (id) => {
      const found = kept.get(id);
      if (found) found.payload.consumed = Math.floor(Date.now() / 1_000);
      return Promise.resolve();
    },
    destroy: (id) => {
      kept.delete(id);
      return Promise.resolve();
    },
    revokeByGrantId: (grantId) => {
      for (const entries of kinds.values())
        for (const [id, { payload }] of entries)
          if (payload.grantId === grantId) entries.delete(id);
      return Promise.resolve();
    },
  };
}

function sweep(kept: Map<string, Kept>): void {
  const now = Date.now();
  for (const [id, { until }] of kept) if (until <= now) kept.delete(id);
}
