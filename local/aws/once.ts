/** Makes a closing that may be asked for again: later calls wait for the first. */
export function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
