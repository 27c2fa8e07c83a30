import { Skeleton } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { codeOf } from '../platform/api-problem.ts';
import { useWords } from '../words/language.tsx';
import { CaseHead } from './case-head.tsx';
import classes from './case.module.css';
import { Clocks } from './clocks.tsx';
import { Composer } from './composer.tsx';
import { Departments } from './departments.tsx';
import { Followers } from './followers.tsx';
import { Timeline } from './timeline.tsx';
import { Told } from './told.tsx';
import { useCase } from './use-case.ts';
import { caseWords } from './words.ts';

export function CasePage() {
  const { caseId } = useParams({ from: '/staff/cases/$caseId' });
  return <CaseView caseId={caseId} />;
}

/** Everything of one case that the reader may see, and what they may do with it now; on a page or beside a list. */
export function CaseView({ caseId }: { readonly caseId: string }) {
  const { data: details, error, refetch } = useCase(caseId);
  const note = error !== null && <ErrorNote error={error} retry={() => void refetch()} />;
  // It was there a moment ago: a department that has returned it may no longer see it.
  if (details !== undefined && codeOf(error) === 'CASE_NOT_FOUND') return <Gone />;
  if (details === undefined) return note === false ? <CaseSkeleton /> : note;
  return (
    <article className={classes['page']}>
      {note}
      <CaseHead details={details} />
      <div className={classes['columns']}>
        <div className={classes['clocks']}>
          <Clocks clocks={details.clocks} />
          <Departments details={details} />
          <Followers current={details.case} />
        </div>
        <div className={classes['told']}>
          <Told details={details} />
        </div>
        <div className={classes['work']}>
          <Timeline history={details.history} />
          <Composer key={caseId} details={details} />
        </div>
      </div>
    </article>
  );
}

function Gone() {
  const words = useWords(caseWords);
  return (
    <div role="status">
      <EmptyState title={words.gone}>{words.goneNext}</EmptyState>
    </div>
  );
}

function CaseSkeleton() {
  return (
    <div className={classes['page']} aria-busy="true">
      <Skeleton h={56} mb="md" />
      <div className={classes['columns']}>
        <Skeleton h={300} className={classes['clocks'] ?? ''} />
        <Skeleton h={300} className={classes['told'] ?? ''} />
        <Skeleton h={420} className={classes['work'] ?? ''} />
      </div>
    </div>
  );
}
