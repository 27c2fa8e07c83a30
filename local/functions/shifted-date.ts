export interface ShiftedDate {
  /** From now on this instant (epoch ms) and what passes after it, instead of the host's clock; undefined ends it. */
  startAt(at: number | undefined): void;
}

/** Replaces `Date` in this thread by one that is ahead of real time, or behind it, by the host's shared offset (ms). */
export function shiftDate(clockOffset: SharedArrayBuffer): ShiftedDate {
  const shared = new BigInt64Array(clockOffset);
  const Real = Date;
  let ownOffset: number | undefined;
  const now = () => Real.now() + (ownOffset ?? Number(Atomics.load(shared, 0)));
  const Shifted: DateConstructor = new Proxy(Real, {
    construct: (target, given, newTarget) =>
      Reflect.construct(
        target,
        given.length === 0 ? [now()] : given,
        newTarget === Shifted ? target : newTarget,
      ) as Date,
    apply: () => new Real(now()).toString(),
    get: (target, property, receiver): unknown =>
      property === 'now' ? now : Reflect.get(target, property, receiver),
  });
  Real.prototype.constructor = Shifted;
  globalThis.Date = Shifted;
  return { startAt: (at) => (ownOffset = at === undefined ? undefined : at - Real.now()) };
}
