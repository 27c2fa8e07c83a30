import { Select, Text } from '@mantine/core';
import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import {
  fillPlaceholders,
  GAP,
  gapsIn,
  type Placeholder,
} from '../../shared/domain/placeholders.ts';
import { useCommands } from '../platform/commands.ts';
import { useWords } from '../words/language.tsx';
import { foldedFilter } from './folded-filter.ts';
import { type Template, useTemplates } from './templates.ts';
import { templateWords } from './template-words.ts';

interface TemplateChoiceProps {
  /** Of the case: those that were written for its service come first. */
  readonly serviceCode: string | null;
  /** What is known to fill in. */
  readonly known: Readonly<Partial<Record<Placeholder, string>>>;
  readonly text: string;
  readonly change: (text: string) => void;
  /** Where the person goes on writing. */
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** Begins an answer with a template, by name, here or from the command bar. Nothing that was typed is lost. */
export function TemplateChoice({ serviceCode, known, text, change, field }: TemplateChoiceProps) {
  const words = useWords(templateWords);
  const { data = [] } = useTemplates();
  const usable = data.filter(({ active }) => active);
  const fitting = usable.filter((one) => one.serviceCode === serviceCode && serviceCode !== null);
  const general = usable.filter((one) => one.serviceCode === null);
  const others = usable.filter((one) => !fitting.includes(one) && !general.includes(one));
  const begin = (template: Template): void => {
    const filled = fillPlaceholders(template.text, known);
    // The field must hold the text before a part of it can be selected.
    flushSync(() => change(text.trim() === '' ? filled : `${text.trimEnd()}\n\n${filled}`));
    goOnWriting(field.current);
  };
  useCommands(
    [...fitting, ...general].map((one) => ({
      id: `template.${one.templateId}`,
      label: words.useTemplate(one.name),
      run: () => begin(one),
    })),
  );
  const group = (name: string, templates: readonly Template[]) => ({
    group: name,
    items: templates.map((one) => ({ value: one.templateId, label: one.name })),
  });
  const gaps = gapsIn(text);
  return (
    <div>
      <Select
        label={words.template}
        placeholder={words.templateHint}
        searchable
        filter={foldedFilter}
        value={null}
        data={[
          group(words.templatesFitting, fitting),
          group(words.templatesGeneral, general),
          group(words.templatesOther, others),
        ].filter(({ items }) => items.length > 0)}
        onChange={(id) => {
          const chosen = usable.find(({ templateId }) => templateId === id);
          if (chosen !== undefined) begin(chosen);
        }}
      />
      <Text size="sm" role="status">
        {gaps > 0 && words.gaps(gaps)}
      </Text>
    </div>
  );
}

/** Selects the first place that a person has to write into, so that they type over it. */
function goOnWriting(field: HTMLTextAreaElement | null): void {
  if (field === null) return;
  const gap = field.value.indexOf(GAP);
  const end = field.value.length;
  field.focus();
  field.setSelectionRange(gap === -1 ? end : gap, gap === -1 ? end : gap + GAP.length);
}
