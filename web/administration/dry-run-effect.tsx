import { ScrollArea, Table, Text } from '@mantine/core';
import { useDirectoryNames } from '../parts/directory.ts';
import { useFormat } from '../parts/format.ts';
import type { Schemas } from '../platform/api.ts';
import { useWords } from '../words/language.tsx';
import { rulesWords } from './rules-words.ts';

type Effect = NonNullable<Schemas['RulesPreviewBody']['effect']>;
type Proposal = Effect['examples'][number]['now'];

/** What the rules would have changed: how many, which rule decides how often, and some of the cases. */
export function DryRunEffect({ effect }: { readonly effect: Effect }) {
  const words = useWords(rulesWords);
  const format = useFormat();
  const { looked, routable, changed, judged, rightNow, rightThen } = effect;
  const [l, r, c] = [looked, routable, changed].map(format.number) as [string, string, string];
  return (
    <>
      <Text fw={500}>{words.effect(l, r, c)}</Text>
      {judged > 0 && (
        <Text>
          {words.right(format.share(rightNow / judged), format.share(rightThen / judged))}
        </Text>
      )}
      <ByRule effect={effect} />
      <Examples effect={effect} />
    </>
  );
}

function ByRule({ effect: { byRule } }: { readonly effect: Effect }) {
  const words = useWords(rulesWords);
  const format = useFormat();
  return (
    <Table aria-label={words.byRule} mt="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.byRule}</Table.Th>
          <Table.Th ta="right">{words.now}</Table.Th>
          <Table.Th ta="right">{words.then}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {byRule.map(({ rule, now, then }) => (
          <Table.Tr key={rule}>
            <Table.Th scope="row" fw={now === then ? 400 : 600}>
              {rule ?? words.catalogue}
            </Table.Th>
            <Table.Td ta="right">{format.number(now)}</Table.Td>
            <Table.Td ta="right" fw={now === then ? 400 : 600}>
              {format.number(then)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Examples({ effect: { examples } }: { readonly effect: Effect }) {
  const words = useWords(rulesWords);
  const names = useDirectoryNames();
  const toldProposal = useToldProposal();
  if (examples.length === 0) return null;
  return (
    <ScrollArea type="auto" mt="sm" viewportProps={{ tabIndex: 0 }}>
      <Table miw={560} aria-label={words.examples}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.examples}</Table.Th>
            <Table.Th>{words.now}</Table.Th>
            <Table.Th>{words.then}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {examples.map(({ case: one, now, then }) => (
            <Table.Tr key={one.caseId}>
              <Table.Th scope="row" fw={400}>
                <b>{one.trackingCode}</b>
                <Text size="sm">{one.summary ?? names.service(one.serviceCode)}</Text>
                <Text size="sm" c="dimmed">
                  {names.area(one.areaCode)}
                </Text>
              </Table.Th>
              <Table.Td>{toldProposal(now)}</Table.Td>
              <Table.Td>{toldProposal(then)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}

function useToldProposal(): (proposal: Proposal) => string {
  const words = useWords(rulesWords);
  const names = useDirectoryNames();
  return (proposal) => {
    if (!proposal.decided) return words.undecided;
    if (proposal.to === 'desk') return words['@hotline'];
    const supporting = proposal.supporting.map(names.department).join(', ');
    const lead = names.department(proposal.lead);
    return supporting === '' ? lead : `${lead} ${words.with(supporting)}`;
  };
}
