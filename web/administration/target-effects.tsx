import { Text } from '@mantine/core';
import { useDirectoryNames } from '../parts/directory.ts';
import { useFormat } from '../parts/format.ts';
import { Moment } from '../parts/moment.tsx';
import { useWords } from '../words/language.tsx';
import { listWords } from './list-words.ts';
import { servicesWords } from './services-words.ts';
import type { ServicesPreview } from './use-services.ts';

type Effect = ServicesPreview['targets'][number];

/** What other targets mean: for a case that comes in now, and for those like the ones that are open. */
export function TargetEffects({ targets }: Pick<ServicesPreview, 'targets'>) {
  const words = useWords(servicesWords);
  const list = useWords(listWords);
  return (
    <>
      <Text fw={500}>{list.sound}</Text>
      {targets.map((effect) => (
        <TargetEffect key={effect.service} effect={effect} />
      ))}
      {targets.length > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {words.appliesFrom}
        </Text>
      )}
    </>
  );
}

function TargetEffect({ effect }: { readonly effect: Effect }) {
  const words = useWords(servicesWords);
  const names = useDirectoryNames();
  const format = useFormat();
  const { service, dueNow, dueThen, openCases, otherDue } = effect;
  const told = (at: string | null) => (at === null ? words.notCovered : <Moment at={at} />);
  return (
    <Text mt="xs">
      <b>{names.service(service)}</b>: {words.dueThen} {told(dueThen)}; {words.dueNow}{' '}
      {told(dueNow)}.{' '}
      {openCases === 0
        ? words.noneOpen
        : words.openKeep(format.number(openCases), format.number(otherDue))}
    </Text>
  );
}
