import { useFormat } from '../parts/format.ts';
import { useWords } from '../words/language.tsx';
import classes from './figures.module.css';
import { RATE_SHADES } from './rate-shades.ts';
import { sectionWords } from './section-words.ts';

/** Which shade is which rate. */
export function RateLegend() {
  const words = useWords(sectionWords);
  const { share } = useFormat();
  return (
    <ul className={classes['legend']}>
      {RATE_SHADES.map(({ from, to, color }) => (
        <li key={from}>
          <span aria-hidden style={{ background: color }} /> {share(from)} – {share(to)}
        </li>
      ))}
      <li>
        <span aria-hidden className={classes['hatched']} /> {words.tooFew}
      </li>
    </ul>
  );
}
