import { Anchor, Badge, Button, Group, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { statusNames } from '../../shared/domain/status-names.ts';
import { useDirectoryNames } from '../parts/directory.ts';
import { useNamed, useWords } from '../words/language.tsx';
import classes from './case.module.css';
import type { CaseDetails } from './use-case.ts';
import { caseWords } from './words.ts';

/** Which case it is and how it stands, in one look. */
export function CaseHead({ details }: { readonly details: CaseDetails }) {
  const words = useWords(caseWords);
  const named = useNamed();
  const names = useDirectoryNames();
  const { case: current } = details;
  return (
    <header className={classes['head']}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Title order={1} size="h3">
            {current.summary ?? names.service(current.serviceCode)}
          </Title>
          <Group gap="xs" mt={4}>
            <Badge variant="outline" color="gray" c="inherit" tt="none">
              {named(statusNames[current.status])}
            </Badge>
            {current.priority === 'urgent' && (
              <Badge variant="filled" tt="none">
                {words.urgent}
              </Badge>
            )}
            <Text>
              {words.code} <b>{current.trackingCode}</b>
            </Text>
            {current.summary !== null && <Text>· {names.service(current.serviceCode)}</Text>}
          </Group>
        </div>
        <Button
          className="screen-only"
          style={{ flex: 'none' }}
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => window.print()}
        >
          {words.print}
        </Button>
      </Group>
      {current.mergedInto !== null && (
        <Text mt="xs">
          {words.mergedInto}.{' '}
          <Anchor component={Link} to={`/cases/${current.mergedInto}`}>
            {words.openOther}
          </Anchor>
        </Text>
      )}
    </header>
  );
}
