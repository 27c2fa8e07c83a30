import { Checkbox, NativeSelect, Radio, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { LIMITS } from '../../shared/contracts/limits.ts';
import { judgementNames, returnReasonNames } from '../../shared/domain/status-names.ts';
import {
  AreaChoice,
  DepartmentChoice,
  DepartmentsChoice,
  ServiceChoice,
} from '../parts/choice-fields.tsx';
import { useDirectoryNames } from '../parts/directory.ts';
import { LimitedInput } from '../parts/limited-input.tsx';
import { useNamed, useWords } from '../words/language.tsx';
import { actionForms, type Field, type OwnAction } from './action-forms.ts';
import type { Composer } from './composing.ts';
import type { CaseDetails } from './use-case.ts';
import { caseWords } from './words.ts';

interface FieldProps {
  readonly composer: Composer;
  readonly details: CaseDetails;
  /** Why the API refused what is in it. */
  readonly error?: string | undefined;
}

interface ActionFieldsProps extends Omit<FieldProps, 'error'> {
  readonly action: OwnAction;
  readonly refused: { readonly field: Field; readonly sentence: string } | undefined;
}

/** What an action asks for beside its text. */
export function ActionFields({ action, refused, ...props }: ActionFieldsProps) {
  return actionForms[action].fields.map((field) => {
    const Shown = components[field];
    const error = refused?.field === field ? refused.sentence : undefined;
    return <Shown key={field} {...props} error={error} />;
  });
}

const components: Readonly<Record<Field, (props: FieldProps) => ReactNode>> = {
  service: ServiceField,
  area: AreaField,
  summary: SummaryField,
  departments: DepartmentsField,
  returnReason: ReturnReasonField,
  proposed: ProposedField,
  newDue: NewDueField,
  committed: CommittedField,
  releasedParts: ReleasedPartsField,
  judgement: JudgementField,
  callAgain: CallAgainField,
  into: IntoField,
};

function ServiceField({ composer: { composing, change }, details, error }: FieldProps) {
  const words = useWords(caseWords);
  return (
    <ServiceChoice
      label={words.service}
      error={error}
      value={composing.serviceCode ?? details.case.serviceCode}
      choose={(serviceCode) => change({ serviceCode })}
    />
  );
}

function AreaField({ composer: { composing, change }, details, error }: FieldProps) {
  const words = useWords(caseWords);
  const value = composing.areaCode === undefined ? details.case.areaCode : composing.areaCode;
  return (
    <AreaChoice
      label={words.area}
      error={error}
      value={value}
      choose={(areaCode) => change({ areaCode })}
    />
  );
}

function SummaryField({ composer: { composing, change }, details }: FieldProps) {
  const words = useWords(caseWords);
  return (
    <LimitedInput
      label={words.summary}
      maxLength={LIMITS.summary}
      value={composing.summary ?? details.case.summary ?? ''}
      onChange={({ currentTarget }) => change({ summary: currentTarget.value })}
    />
  );
}

function DepartmentsField({ composer: { composing, change }, details, error }: FieldProps) {
  const words = useWords(caseWords);
  const { proposal } = details;
  const proposed = proposal.decided && proposal.to === 'departments' ? proposal : undefined;
  const lead = composing.lead ?? null;
  return (
    <>
      <DepartmentChoice
        label={words.lead}
        error={error}
        description={proposed === undefined ? null : words.byProposal}
        value={lead}
        choose={(chosen) => change({ lead: chosen })}
      />
      {lead !== null && (
        <DepartmentsChoice
          label={words.supporting}
          value={composing.supporting ?? []}
          without={lead}
          choose={(supporting) => change({ supporting })}
        />
      )}
    </>
  );
}

function ReturnReasonField({ composer: { composing, change } }: FieldProps) {
  const words = useWords(caseWords);
  const named = useNamed();
  const reasons = Object.entries(returnReasonNames).map(([value, name]) => ({
    value,
    label: named(name),
  }));
  return (
    <NativeSelect
      label={words.reason}
      required
      value={composing.reason ?? ''}
      data={[{ value: '', label: '' }, ...reasons]}
      onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
    />
  );
}

function ProposedField({ composer: { composing, change }, error }: FieldProps) {
  const words = useWords(caseWords);
  return (
    <DepartmentChoice
      label={words.proposedDepartment}
      error={error}
      value={composing.proposed ?? null}
      choose={(proposed) => change({ proposed })}
    />
  );
}

function NewDueField(props: FieldProps) {
  return <DateField {...props} label={useWords(caseWords).newDue} isRequired />;
}

function CommittedField(props: FieldProps) {
  return <DateField {...props} label={useWords(caseWords).committed} />;
}

function CallAgainField(props: FieldProps) {
  return <DateField {...props} label={useWords(caseWords).callAgain} />;
}

interface DateFieldProps extends Pick<FieldProps, 'composer' | 'error'> {
  readonly label: string;
  readonly isRequired?: boolean;
}

function DateField(props: DateFieldProps) {
  const { composing, change } = props.composer;
  return (
    <TextInput
      type="datetime-local"
      label={props.label}
      error={props.error}
      required={props.isRequired ?? false}
      value={composing.date ?? ''}
      onChange={({ currentTarget }) => change({ date: currentTarget.value })}
    />
  );
}

/** An answer never drops a part silently: those that are still open are named. */
function ReleasedPartsField({ composer: { composing, change }, details, error }: FieldProps) {
  const words = useWords(caseWords);
  const names = useDirectoryNames();
  const open = details.case.parts.filter(({ status }) => status === 'open');
  if (open.length === 0) return null;
  return (
    <Checkbox.Group
      label={words.releaseParts}
      error={error}
      value={[...(composing.releasedParts ?? [])]}
      onChange={(releasedParts) => change({ releasedParts })}
    >
      {open.map(({ department }) => (
        <Checkbox key={department} mt={4} value={department} label={names.department(department)} />
      ))}
    </Checkbox.Group>
  );
}

function JudgementField({ composer: { composing, change } }: FieldProps) {
  const words = useWords(caseWords);
  const named = useNamed();
  return (
    <Radio.Group
      label={words.judgement}
      required
      value={composing.judgement ?? null}
      onChange={(judgement) => change({ judgement })}
    >
      {Object.entries(judgementNames).map(([value, name]) => (
        <Radio key={value} mt={4} value={value} label={named(name)} />
      ))}
    </Radio.Group>
  );
}

function IntoField({ composer: { composing, change }, error }: FieldProps) {
  const words = useWords(caseWords);
  return (
    <TextInput
      label={words.into}
      error={error}
      required
      autoComplete="off"
      value={composing.into ?? ''}
      onChange={({ currentTarget }) => change({ into: currentTarget.value })}
    />
  );
}
