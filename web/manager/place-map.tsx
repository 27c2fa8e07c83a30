import { Link } from '@tanstack/react-router';
import { shortAreaName } from '../parts/flat-map.ts';
import { useNamed, useWords } from '../words/language.tsx';
import { casesSearch } from './case-link.ts';
import type { HeadlineRow } from './figures.ts';
import classes from './figures.module.css';
import { MAP, type Mark, marksOf, type Placed } from './place-marks.ts';
import { shadeOf } from './rate-shades.ts';
import { sectionWords } from './section-words.ts';
import { useFigureFormat } from './use-figure-format.ts';
import { figuresWords } from './words.ts';

interface PlacedRow extends Placed {
  readonly row: HeadlineRow;
}

/** Names of more places would lie on each other; theirs are read by pointing, and in the table. */
const NAMED_MARKS = 12;

/** A circle a place: its area says how much came in, its shade how well it was answered. */
export function PlaceMap({ placed }: { readonly placed: readonly PlacedRow[] }) {
  const words = useWords(sectionWords);
  const marks = marksOf(placed);
  return (
    <svg
      className={classes['places']}
      viewBox={`0 0 ${MAP.width} ${MAP.height}`}
      role="group"
      aria-label={words.map}
    >
      <defs>
        <pattern id="no-rate" width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M0 6 L6 0" className={classes['hatch']} />
        </pattern>
      </defs>
      {marks.map((mark) => (
        <PlaceMark key={mark.of.row.value} mark={mark} />
      ))}
      {/* Above all circles, so that none hides a name. The links say the same. */}
      <g aria-hidden className={classes['markNames']}>
        {marks.map((mark) => (
          <MarkName key={mark.of.row.value} mark={mark} isNamed={marks.length <= NAMED_MARKS} />
        ))}
      </g>
    </svg>
  );
}

interface PlaceMarkProps {
  readonly mark: Mark<PlacedRow>;
}

function PlaceMark({ mark: { of, x, y, radius } }: PlaceMarkProps) {
  const words = useWords(figuresWords);
  const named = useNamed();
  const { number, rate, name } = useFigureFormat();
  const { row, received } = of;
  const { ofForwarded, rankable } = row.satisfaction;
  const said = `${named(row)}: ${name('received')} ${number(received)}, ${name('satisfactory')} ${rate(ofForwarded.rate)}`;
  const circle = (
    <circle cx={x} cy={y} r={radius} fill={rankable ? shadeOf(ofForwarded.rate) : 'url(#no-rate)'}>
      <title>{said}</title>
    </circle>
  );
  if (row.cases === null) return circle;
  return (
    <Link
      to="/figures/cases"
      search={casesSearch(row.cases, { figure: 'received', count: received })}
      className={classes['mark']}
      aria-label={`${said}. ${words.open(name('received'), named(row))}`}
    >
      {circle}
    </Link>
  );
}

interface MarkNameProps extends PlaceMarkProps {
  readonly isNamed: boolean;
}

/** The number in the circle, the name below it unless there are too many. */
function MarkName({ mark: { of, x, y, radius }, isNamed }: MarkNameProps) {
  const named = useNamed();
  const { number } = useFigureFormat();
  return (
    <>
      <text x={x} y={y + 4} className={classes['markCount']}>
        {number(of.received)}
      </text>
      {isNamed && (
        <text x={x} y={y + radius + 12}>
          {shortAreaName(named(of.row))}
        </text>
      )}
    </>
  );
}
