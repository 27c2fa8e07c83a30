import { Alert, Button, Group, Loader, Stack, Text, Title } from '@mantine/core';
import {
  AreaChoice,
  DepartmentChoice,
  DepartmentsChoice,
  ServiceChoice,
} from '../parts/choice-fields.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { useFormat } from '../parts/format.ts';
import { Moment } from '../parts/moment.tsx';
import { useDirectoryNames } from '../parts/directory.ts';
import { useCommands } from '../platform/commands.ts';
import { useWords } from '../words/language.tsx';
import type { Call } from './call-draft.ts';
import { type CallPlan, planOf, type Proposal } from './call-plan.ts';
import classes from './desk.module.css';
import { Duplicates } from './duplicates.tsx';
import type { Proposals as Asked } from './use-proposals.ts';
import { deskWords } from './words.ts';

interface ProposalsProps {
  readonly call: Call;
  readonly proposals: Asked;
}

/** What the machine makes of the call, and what the person made of that. Never takes the focus. */
export function Proposals({ call, proposals }: ProposalsProps) {
  const words = useWords(deskWords);
  const { proposal, isAsking, error, retry } = proposals;
  const { draft, change } = call;
  const plan = planOf(draft, proposal);
  const accept = (): void =>
    change({
      serviceCode: plan.serviceCode,
      areaCode: plan.areaCode,
      lead: plan.lead,
      supporting: plan.lead === null ? null : plan.supporting,
    });
  useCommands([
    {
      id: 'desk.accept',
      label: words.acceptAll,
      keys: 'Alt+P',
      disabled: proposal === undefined,
      run: accept,
    },
  ]);
  const mustChoose = proposal?.classification.askPerson === true && draft.serviceCode === null;
  return (
    <section aria-label={words.proposals} className={classes['proposals']}>
      <Stack gap="sm">
        <Group justify="space-between" h={30}>
          <Title order={2} size="h5">
            {words.proposals}
          </Title>
          {isAsking ? (
            <Loader size="xs" aria-label={words.proposing} />
          ) : (
            <AcceptButton accept={proposal && accept} />
          )}
        </Group>
        {error !== null && <ErrorNote error={error} retry={retry} />}
        {mustChoose && (
          <Candidates proposal={proposal} choose={(serviceCode) => change({ serviceCode })} />
        )}
        <Choices call={call} proposal={proposal} plan={plan} />
        {proposal === undefined ? (
          <EmptyState title={words.proposalsEmpty} />
        ) : (
          <Outlook proposal={proposal} call={call} />
        )}
      </Stack>
    </section>
  );
}

interface ChoicesProps {
  readonly call: Call;
  readonly proposal: Proposal | undefined;
  readonly plan: CallPlan;
}

/** What is proposed stands in the fields until the person chooses otherwise. */
function Choices({ call: { draft, change }, proposal, plan }: ChoicesProps) {
  const words = useWords(deskWords);
  const format = useFormat();
  const { serviceCode, areaCode, lead, supporting } = plan;
  const sure = proposal?.classification.services.find(({ code }) => code === serviceCode);
  const isProposed = draft.serviceCode === null && sure !== undefined;
  return (
    <>
      <ServiceChoice
        label={words.service}
        description={isProposed ? words.proposed(format.share(sure.probability)) : null}
        value={serviceCode}
        choose={(chosen) => change({ serviceCode: chosen })}
      />
      <AreaChoice
        label={words.area}
        value={areaCode}
        choose={(chosen) => change({ areaCode: chosen })}
      />
      {plan.isForDesk && <Text>{words.toDesk}</Text>}
      <DepartmentChoice
        label={words.lead}
        value={lead}
        choose={(chosen) => change({ lead: chosen })}
      />
      <DepartmentsChoice
        label={words.supporting}
        value={supporting}
        without={lead}
        choose={(chosen) => change({ supporting: chosen })}
      />
    </>
  );
}

function AcceptButton({ accept }: { readonly accept: (() => void) | undefined }) {
  const words = useWords(deskWords);
  return (
    accept && (
      <Button variant="subtle" color="ink" size="compact-sm" onClick={accept}>
        {words.acceptAll} · Alt+P
      </Button>
    )
  );
}

/** The machine is not sure: what it thinks of, a press each. */
function Candidates(props: {
  readonly proposal: Proposal;
  readonly choose: (code: string) => void;
}) {
  const words = useWords(deskWords);
  const format = useFormat();
  const names = useDirectoryNames();
  return (
    <Alert color="yellow" variant="outline" title={words.askPerson}>
      <Stack gap={4} align="flex-start">
        {props.proposal.classification.services.map(({ code, probability }) => (
          <Button
            key={code}
            variant="default"
            size="compact-sm"
            onClick={() => props.choose(code)}
            aria-label={words.choose(names.service(code))}
          >
            {names.service(code)} · {format.share(probability)}
          </Button>
        ))}
      </Stack>
    </Alert>
  );
}

function Outlook({ proposal, call }: { readonly proposal: Proposal; readonly call: Call }) {
  const words = useWords(deskWords);
  const { answerDueAt, duplicates } = proposal;
  return (
    <>
      {answerDueAt !== null && (
        <Text>
          {words.due}{' '}
          <Text span fw={600}>
            <Moment at={answerDueAt} />
          </Text>
        </Text>
      )}
      {duplicates.length > 0 && <Duplicates found={duplicates} call={call} />}
    </>
  );
}
