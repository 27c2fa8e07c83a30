import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/language.tsx';

/** As tall as the rows that come. */
export function ListSkeleton({ rows = 6 }: { readonly rows?: number }) {
  const words = useWords(commonWords);
  return (
    <Stack gap={8} p="sm" aria-busy="true">
      <VisuallyHidden>{words.loading}</VisuallyHidden>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} h={48} />
      ))}
    </Stack>
  );
}
