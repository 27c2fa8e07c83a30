import type { RefObject } from 'react';
import { useDirectoryNames } from '../parts/directory.ts';
import { useFormat } from '../parts/format.ts';
import { TemplateChoice } from '../parts/template-choice.tsx';
import { useMe } from '../platform/me.ts';
import type { Composer } from './composing.ts';
import type { CaseDetails } from './use-case.ts';

interface CaseTemplatesProps {
  readonly details: CaseDetails;
  readonly composer: Composer;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** Begins the answer to a case with a template that names it. */
export function CaseTemplates({ details, composer, field }: CaseTemplatesProps) {
  const { trackingCode, serviceCode, answerDueAt } = details.case;
  const { department } = useMe();
  const names = useDirectoryNames();
  const format = useFormat();
  const dueDate = answerDueAt === null ? {} : { dueDate: format.day(answerDueAt) };
  return (
    <TemplateChoice
      serviceCode={serviceCode}
      known={{ trackingCode, department: names.department(department), ...dueDate }}
      text={composer.composing.text}
      change={(text) => composer.change({ text })}
      field={field}
    />
  );
}
