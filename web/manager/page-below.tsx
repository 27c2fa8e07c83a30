import { Anchor, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../words/language.tsx';
import { casesWords } from './cases-words.ts';
import classes from './figures.module.css';
import { Fresh } from './fresh.tsx';
import type { Period } from './periods.ts';

interface PageBelowProps {
  readonly title: string;
  /** What is counted here. */
  readonly intro: string;
  readonly asOf: string | undefined;
  readonly isLive?: boolean;
  /** That of the page which it came from: there the way back leads. */
  readonly period?: Partial<Period>;
  /** What can be chosen. */
  readonly bar: ReactNode;
  readonly children: ReactNode;
}

/** A page below the figures: a way back, what is shown, of when, and what can be chosen. */
export function PageBelow({ title, intro, period = {}, bar, children, ...read }: PageBelowProps) {
  const { backToFigures } = useWords(casesWords);
  return (
    <article className={classes['page']}>
      <Anchor
        className="screen-only"
        renderRoot={(props) => <Link {...props} to="/figures" search={period} />}
      >
        {backToFigures}
      </Anchor>
      <header className={classes['head']}>
        <Title order={1} size="h3">
          {title}
        </Title>
        <Fresh {...read} />
      </header>
      <Text c="dimmed" maw="90ch">
        {intro}
      </Text>
      <div className={`${classes['bar'] ?? ''} screen-only`}>{bar}</div>
      {children}
    </article>
  );
}
