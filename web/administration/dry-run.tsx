import { Button, Stack, Text } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ErrorNote } from '../parts/error-note.tsx';
import { ask, ifMatch, type Schemas } from '../platform/api.ts';
import { useApi } from '../platform/services.ts';
import { useWords } from '../words/language.tsx';
import { DryRunEffect } from './dry-run-effect.tsx';
import { ProblemList } from './problem-list.tsx';
import { PublishForm } from './publish-form.tsx';
import { rulesWords } from './rules-words.ts';
import { useKeyFor } from './use-key-for.ts';
import { type RulesDraft, rulesKey } from './use-rules.ts';

type Preview = Schemas['RulesPreviewBody'];

interface DryRunProps {
  readonly draft: RulesDraft;
  /** Somebody has published since the draft was begun. */
  readonly isStale: boolean;
}

/** Rules are tried on the latest cases before they can be published; drawn anew whenever they change. */
export function DryRun({ draft, isStale }: DryRunProps) {
  const words = useWords(rulesWords);
  const api = useApi();
  const trying = useMutation({
    mutationFn: () =>
      ask(api.POST('/v1/directory/rules/preview', { body: { rules: [...draft.rules] } })),
  });
  const publishing = usePublishRules(draft);
  const preview = trying.data;
  const isSound = preview !== undefined && preview.problems.length === 0;
  return (
    <Stack gap="sm">
      <Button
        variant={isSound ? 'default' : 'filled'}
        color="ink"
        leftSection={<IconFlask size={16} aria-hidden />}
        loading={trying.isPending}
        onClick={() => trying.mutate()}
      >
        {words.tryOut}
      </Button>
      <Text size="sm" c="dimmed">
        {words.tryOutHint}
      </Text>
      {trying.error !== null && <ErrorNote error={trying.error} />}
      <div role="status">{preview !== undefined && <Result preview={preview} />}</div>
      {isSound && draft.isChanged && <PublishForm isStale={isStale} publishing={publishing} />}
    </Stack>
  );
}

function Result({ preview: { problems, effect } }: { readonly preview: Preview }) {
  return (
    <>
      <ProblemList problems={problems} />
      {effect !== null && <DryRunEffect effect={effect} />}
    </>
  );
}

function usePublishRules({ rules, basedOn, discard }: RulesDraft) {
  const api = useApi();
  const queries = useQueryClient();
  const keyFor = useKeyFor();
  return useMutation({
    mutationFn: (reason: string) => {
      const body = { rules: [...rules], reason };
      const header = { ...ifMatch(basedOn), 'Idempotency-Key': keyFor({ basedOn, body }) };
      return ask(api.POST('/v1/directory/rules', { params: { header }, body }));
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: rulesKey });
      discard();
    },
    // Somebody else has published meanwhile: what they did is shown above the draft, which stays.
    onError: () => queries.invalidateQueries({ queryKey: rulesKey }),
  });
}
