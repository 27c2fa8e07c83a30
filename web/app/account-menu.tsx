import { Button, Menu, Text, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconChevronDown, IconLogout } from '@tabler/icons-react';
import { roleNames } from '../../shared/domain/status-names.ts';
import { useMe } from '../platform/me.ts';
import { useServices } from '../platform/services.ts';
import { LANGUAGES } from '../words/define-words.ts';
import { useLanguage, useNamed, useWords } from '../words/language.tsx';
import { appWords } from './words.ts';

const SCHEMES = ['light', 'dark', 'auto'] as const;

/** Who is here, in which language and colours they read, and the way out. */
export function AccountMenu() {
  const words = useWords(appWords);
  const named = useNamed();
  const { name, role } = useMe();
  const { session } = useServices();
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          px="xs"
          c="inherit"
          aria-label={`${words.account}: ${name}`}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {/* The last word of a Vietnamese name is what people are called by. */}
          {name.split(' ').at(-1)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {name}
          <Text size="xs">{named(roleNames[role])}</Text>
        </Menu.Label>
        <Menu.Divider />
        <LanguageItems />
        <Menu.Divider />
        <SchemeItems />
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={16} aria-hidden />}
          onClick={() => void session.signOut()}
        >
          {words.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function LanguageItems() {
  const words = useWords(appWords);
  const { language, choose } = useLanguage();
  return (
    <>
      <Menu.Label>{words.language}</Menu.Label>
      {LANGUAGES.map((one) => (
        <Choice key={one} isChosen={one === language} choose={() => choose(one)}>
          {one === 'vi' ? words.vietnamese : words.english}
        </Choice>
      ))}
    </>
  );
}

function SchemeItems() {
  const words = useWords(appWords);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{words.scheme}</Menu.Label>
      {SCHEMES.map((one) => (
        <Choice key={one} isChosen={one === colorScheme} choose={() => setColorScheme(one)}>
          {words[one]}
        </Choice>
      ))}
    </>
  );
}

function Choice(props: {
  readonly isChosen: boolean;
  readonly choose: () => void;
  readonly children: string;
}) {
  return (
    <Menu.Item
      role="menuitemradio"
      aria-checked={props.isChosen}
      rightSection={props.isChosen && <IconCheck size={16} aria-hidden />}
      onClick={props.choose}
    >
      {props.children}
    </Menu.Item>
  );
}
