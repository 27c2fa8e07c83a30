import { Text } from '@mantine/core';
import { classNames } from '../../shared/domain/status-names.ts';
import { useDirectoryNames } from '../parts/directory.ts';
import { useNamed, useWords } from '../words/language.tsx';
import { useGroupName } from './group-names.ts';
import { servicesWords } from './services-words.ts';
import type { Service } from './use-services.ts';

/** Its class, who answers, and in which time. */
export function ServiceSays({ service }: { readonly service: Service }) {
  const words = useWords(servicesWords);
  const named = useNamed();
  const names = useDirectoryNames();
  const groupName = useGroupName();
  const { lead, supporting, target, supportingTarget, urgent } = service;
  const leader = lead === '@district' || lead === '@hotline' ? words[lead] : names.department(lead);
  return (
    <>
      <Text size="sm">
        {named(classNames[service.class])} · {groupName(service.group)}
        {urgent === true && ` · ${words.urgent}`}
      </Text>
      <Text size="sm">
        → <b>{leader}</b>
        {supporting.length > 0 && ` ${words.with(supporting.map(names.department).join(', '))}`}
      </Text>
      <Text size="sm">
        {words.target}: <b>{words[target.unit](target.amount)}</b>
        {supportingTarget !== undefined &&
          ` · ${words.supportingTarget}: ${words[supportingTarget.unit](supportingTarget.amount)}`}
      </Text>
    </>
  );
}
