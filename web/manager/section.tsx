import { Skeleton, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Loaded, type LoadedProps } from '../parts/loaded.tsx';
import classes from './figures.module.css';

interface SectionProps {
  /** In the page's address. */
  readonly id: string;
  /** What the figures below say, in a sentence. */
  readonly title: string;
  /** Choices that concern this section only. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ id, title, aside, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className={classes['section']}>
      <header className={classes['sectionHead']}>
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        {aside !== undefined && <div className="screen-only">{aside}</div>}
      </header>
      {children}
    </section>
  );
}

interface AnsweredProps<T> extends Pick<LoadedProps<T>, 'query' | 'children'> {
  /** Of what comes, so that nothing jumps. */
  readonly height: number;
}

/** A place on the page, whether its figures are there yet or not. */
export function Answered<T>({ height, ...props }: AnsweredProps<T>) {
  return (
    <div>
      <Loaded skeleton={<Skeleton h={height} />} {...props} />
    </div>
  );
}
