import { useLanguage, useWords } from '../words/language.tsx';
import { isFigureKey } from './figure-names.ts';
import classes from './figures.module.css';
import { Section } from './section.tsx';
import { useFigureFormat } from './use-figure-format.ts';
import type { Report } from './use-report.ts';
import { figuresWords } from './words.ts';

/** On paper nobody can ask what a figure means: every definition of the report, as the API gave them. */
export function Definitions({ report }: { readonly report: Report }) {
  const words = useWords(figuresWords);
  const { language } = useLanguage();
  const { name } = useFigureFormat();
  const { headline, deadlines, times, routing, returns, activity, backlog } = report;
  const definitions = Object.entries({
    ...headline.data?.definitions,
    ...deadlines.data?.definitions,
    ...times.data?.definitions,
    ...routing.data?.definitions,
    ...returns.data?.definitions,
    ...activity.data?.definitions,
    ...backlog.data?.definitions,
  });
  return (
    <div className={classes['paperOnly']}>
      <Section id="definitions" title={words.definitions}>
        <dl>
          {definitions.map(([figure, definition]) =>
            isFigureKey(figure) ? (
              <div key={figure}>
                <dt>{name(figure)}</dt>
                <dd>{definition[language]}</dd>
              </div>
            ) : null,
          )}
        </dl>
      </Section>
    </div>
  );
}
