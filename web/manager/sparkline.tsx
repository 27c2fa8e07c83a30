import classes from './figures.module.css';

const WIDTH = 72;
const HEIGHT = 20;
const GAP = 2;

interface SparklineProps {
  readonly counts: readonly number[];
  /** The numbers, for those who do not see the bars. */
  readonly label: string;
}

/** Bars a few pixels high, each on the scale of its own row. A library would draw 47 charts for it. */
export function Sparkline({ counts, label }: SparklineProps) {
  const most = Math.max(1, ...counts);
  const step = WIDTH / Math.max(1, counts.length);
  return (
    <svg
      className={classes['spark']}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      {counts.map((count, index) => {
        // Nothing is a line on the ground, so that an empty week is seen.
        const height = Math.max(1, (HEIGHT * count) / most);
        return (
          <rect
            key={index}
            x={index * step}
            y={HEIGHT - height}
            width={step - GAP}
            height={height}
          />
        );
      })}
    </svg>
  );
}
