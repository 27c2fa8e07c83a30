import { NativeSelect, Text, Textarea } from '@mantine/core';
import { LIMITS } from '../../shared/contracts/limits.ts';
import { fillPlaceholders, PLACEHOLDERS } from '../../shared/domain/placeholders.ts';
import { foldVietnamese } from '../../shared/domain/text/fold.ts';
import { ServiceChoice } from '../parts/choice-fields.tsx';
import { useFormat } from '../parts/format.ts';
import { LimitedInput } from '../parts/limited-input.tsx';
import { isTooLong } from '../parts/too-long.ts';
import { useNow } from '../platform/use-now.ts';
import { useWords } from '../words/language.tsx';
import classes from './administration.module.css';
import type { TemplateDraft } from './template-form.tsx';
import { templatesWords } from './templates-words.ts';
import { useOwnerName, useWritableOwners } from './use-template-owners.ts';

interface TemplateFieldsProps {
  readonly draft: TemplateDraft;
  readonly change: (part: Partial<TemplateDraft>) => void;
  readonly isNew: boolean;
  readonly isTaken: boolean;
}

const LANGUAGES = ['vi', 'en'] as const;
const ID_MAX = 64;
const NAME_MAX = 120;

export function TemplateFields({ draft, change, isNew, isTaken }: TemplateFieldsProps) {
  const words = useWords(templatesWords);
  const format = useFormat();
  const owners = useWritableOwners();
  const ownerName = useOwnerName();
  return (
    <>
      <LimitedInput
        label={words.name}
        required
        maxLength={NAME_MAX}
        value={draft.name}
        onChange={({ currentTarget: { value } }) =>
          change({ name: value, ...(isFollowing(draft, isNew) && { templateId: idOf(value) }) })
        }
      />
      <LimitedInput
        label={words.id}
        description={words.idHint}
        required
        disabled={!isNew}
        maxLength={ID_MAX}
        pattern="[a-z0-9]+(-[a-z0-9]+)*"
        value={draft.templateId}
        error={isTaken ? words.idTaken : null}
        onChange={({ currentTarget }) => change({ templateId: currentTarget.value })}
      />
      <div className={classes['dayFields']}>
        <NativeSelect
          label={words.owner}
          data={owners.map((value) => ({ value, label: ownerName(value) }))}
          value={draft.owner}
          onChange={({ currentTarget }) => change({ owner: currentTarget.value })}
        />
        <NativeSelect
          label={words.language}
          data={LANGUAGES.map((value) => ({ value, label: words[value] }))}
          value={draft.language}
          onChange={({ currentTarget }) =>
            change({ language: currentTarget.value === 'en' ? 'en' : 'vi' })
          }
        />
      </div>
      <ServiceChoice
        label={words.service}
        description={words.serviceHint}
        value={draft.serviceCode}
        choose={(serviceCode) => change({ serviceCode })}
      />
      <Textarea
        label={words.text}
        description={words.textHint(PLACEHOLDERS.map((name) => `{${name}}`).join(', '))}
        required
        autosize
        minRows={5}
        maxRows={14}
        value={draft.text}
        error={isTextTooLong(draft) && words.tooLong(format.number(LIMITS.answer))}
        onChange={({ currentTarget }) => change({ text: currentTarget.value })}
      />
      {draft.text !== '' && <Preview text={draft.text} />}
    </>
  );
}

/** Told, not cut: a letter that was pasted is to be shortened by who knows it. */
export const isTextTooLong = ({ text }: TemplateDraft): boolean => isTooLong(text, LIMITS.answer);

/** With an example of each place that is filled in. */
function Preview({ text }: { readonly text: string }) {
  const words = useWords(templatesWords);
  const format = useFormat();
  const today = new Date(useNow(DAY_MS)).toISOString();
  const example = {
    trackingCode: 'K7QW-2MXP-94TD',
    department: words.exampleDepartment,
    dueDate: format.day(today),
  };
  return (
    <section aria-label={words.preview}>
      <Text size="sm" fw={500}>
        {words.preview}
      </Text>
      <p className={classes['written']}>{fillPlaceholders(text, example)}</p>
    </section>
  );
}

const DAY_MS = 86_400_000;

/** An id is made of the name until somebody writes another. */
const isFollowing = ({ name, templateId }: TemplateDraft, isNew: boolean): boolean =>
  isNew && templateId === idOf(name);

const idOf = (name: string): string =>
  foldVietnamese(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, ID_MAX)
    .replace(/-$/, '');
