/** Replaces `Date` in this thread by one that is ahead of real time, or behind it, by the host's shared offset (ms). */
export function shiftDate(clockOffset: SharedArrayBuffer): void {
  const shared = new BigInt64Array(clockOffset);
  const Real = Date;
  const now = () => Real.now() + Number(Atomics.load(shared, 0));
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
}
