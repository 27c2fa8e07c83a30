import { Button, Group } from '@mantine/core';
import { IconExternalLink, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { ListSkeleton } from '../parts/list-skeleton.tsx';
import { useCommands } from '../platform/commands.ts';
import { useWords } from '../words/language.tsx';
import classes from './department.module.css';
import { departmentWords } from './words.ts';

const CaseView = lazy(() =>
  import('../case/case-page.tsx').then(({ CaseView }) => ({ default: CaseView })),
);

interface OpenedCaseProps {
  readonly caseId: string;
  readonly close: () => void;
}

/** The case beside the list, with all that can be done with it. */
export function OpenedCase({ caseId, close }: OpenedCaseProps) {
  const words = useWords(departmentWords);
  useCommands([{ id: 'inbox.close', label: words.closeCase, keys: 'Escape', run: close }]);
  return (
    <section aria-label={words.openedCase} className={classes['opened']}>
      <Group justify="flex-end" gap="xs" p="xs" className="screen-only">
        <Button
          renderRoot={(props) => <Link {...props} to="/cases/$caseId" params={{ caseId }} />}
          variant="subtle"
          color="ink"
          size="compact-md"
          leftSection={<IconExternalLink size={16} aria-hidden />}
        >
          {words.openWhole}
        </Button>
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={close}
        >
          {words.closeCase}
        </Button>
      </Group>
      <Suspense fallback={<ListSkeleton />}>
        <CaseView key={caseId} caseId={caseId} />
      </Suspense>
    </section>
  );
}
