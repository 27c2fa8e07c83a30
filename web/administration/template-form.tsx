import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { type Template, templatesKey } from '../parts/templates.ts';
import { ask, ifMatch } from '../platform/api.ts';
import { useApi } from '../platform/services.ts';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/language.tsx';
import classes from './administration.module.css';
import { isTextTooLong, TemplateFields } from './template-fields.tsx';
import { templatesWords } from './templates-words.ts';
import { useWritableOwners } from './use-template-owners.ts';

interface TemplateFormProps {
  /** Undefined: a new one. */
  readonly template: Template | undefined;
  readonly known: readonly Template[];
  readonly close: () => void;
}

export type TemplateDraft = Omit<Template, 'changedAt' | 'changedBy'>;

/** Writes, changes or retires a template, on the version that the person has seen. */
export function TemplateForm({ template, known, close }: TemplateFormProps) {
  const words = useWords(templatesWords);
  const common = useWords(commonWords);
  const [owner = 'desk'] = useWritableOwners();
  const [draft, setDraft] = useState<TemplateDraft>(template ?? { ...NOTHING, owner });
  const change = (part: Partial<TemplateDraft>): void => setDraft({ ...draft, ...part });
  const isNew = template === undefined;
  const { isTaken, overtaking } = othersThan(draft, known, isNew);
  const saving = useSaveTemplate(close);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!isTaken && !isTextTooLong(draft)) saving.mutate(draft);
  };
  return (
    <Dialog close={close} isForm isWide title={isNew ? words.write : words.changing(template.name)}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TemplateFields draft={draft} change={change} isNew={isNew} isTaken={isTaken} />
          <Checkbox
            label={words.active}
            description={words.activeHint}
            checked={draft.active}
            onChange={({ currentTarget }) => change({ active: currentTarget.checked })}
          />
          {overtaking === undefined ? (
            saving.error !== null && <ErrorNote error={saving.error} />
          ) : (
            <Conflict theirs={overtaking} goOn={() => change({ version: overtaking.version })} />
          )}
          <Group>
            <Button type="submit" loading={saving.isPending} disabled={overtaking !== undefined}>
              {words.save}
            </Button>
            <Button variant="default" onClick={close}>
              {common.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/** Whether the id is another template's, and what somebody else has made of this one since it was opened. */
function othersThan(draft: TemplateDraft, known: readonly Template[], isNew: boolean) {
  const current = known.find(({ templateId }) => templateId === draft.templateId);
  const isTaken = isNew && current !== undefined;
  const isLater = !isNew && current !== undefined && current.version > draft.version;
  return { isTaken, overtaking: isLater ? current : undefined };
}

const NOTHING: Omit<TemplateDraft, 'owner'> = {
  templateId: '',
  serviceCode: null,
  language: 'vi',
  name: '',
  text: '',
  active: true,
  version: 0,
};

/** What somebody else wrote meanwhile, beside what this person typed. */
function Conflict({ theirs, goOn }: { readonly theirs: Template; readonly goOn: () => void }) {
  const words = useWords(templatesWords);
  return (
    <Alert role="alert" color="yellow" variant="outline" title={words.conflict}>
      <Text fw={500}>{theirs.name}</Text>
      <p className={classes['written']}>{theirs.text}</p>
      <Button variant="default" onClick={goOn}>
        {words.conflictGoOn}
      </Button>
    </Alert>
  );
}

function useSaveTemplate(done: () => void) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ templateId, version, ...body }: TemplateDraft) => {
      const params = { path: { templateId }, header: ifMatch(version) };
      return ask(api.PUT('/v1/directory/templates/{templateId}', { params, body: sent(body) }));
    },
    onSuccess: done,
    // After a refusal too: it may be that somebody else has changed it.
    onSettled: () => queries.invalidateQueries({ queryKey: templatesKey }),
  });
}

type Body = Omit<TemplateDraft, 'templateId' | 'version'>;

/** Without what a template brings along when it was read. */
const sent = ({ owner, serviceCode, language, name, text, active }: Body): Body => ({
  owner,
  serviceCode,
  language,
  name,
  text,
  active,
});
