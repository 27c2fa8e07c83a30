const WIDTH = 30;
/** Often enough to be seen moving, seldom enough to cost nothing. */
const EVERY_MS = 200;

/** A line on stderr: how far, which day, how long still. */
export function progressBar(now: () => number = () => performance.now()) {
  const started = now();
  let first: number | undefined;
  let shown = 0;
  return (done: number, total: number, day: string): void => {
    // What an earlier run had done already says nothing of this run's speed.
    first ??= done - 1;
    const at = now();
    if (at - shown < EVERY_MS && done < total) return;
    shown = at;
    const perStep = (at - started) / Math.max(1, done - first);
    const left = duration(((total - done) * perStep) / 1000);
    const filled = Math.round((WIDTH * done) / total);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    process.stderr.write(`\r${bar} ${done}/${total}  ${day}  ETA ${left} `);
    if (done === total) process.stderr.write('\n');
  };
}

const duration = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
