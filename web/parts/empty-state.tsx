import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** That there is nothing, and whether that is good. */
  readonly title: string;
  /** What to do next. */
  readonly children?: ReactNode;
}

export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <Stack p="lg" gap={4} align="flex-start">
      <Text fw={500}>{title}</Text>
      {children !== undefined && <Text c="dimmed">{children}</Text>}
    </Stack>
  );
}
