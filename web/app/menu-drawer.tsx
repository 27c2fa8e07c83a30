import { Drawer, NavLink } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '../words/language.tsx';
import { usePlaces } from './navigation.ts';
import { appWords } from './words.ts';

interface MenuDrawerProps {
  readonly isOpen: boolean;
  readonly close: () => void;
}

/** Where one can go, on a screen too narrow for its line. */
export function MenuDrawer({ isOpen, close }: MenuDrawerProps) {
  const words = useWords(appWords);
  return (
    <Drawer opened={isOpen} onClose={close} size="xs" title={words.areas}>
      {usePlaces().map(({ path, title, icon: Icon }) => (
        <NavLink
          key={path}
          component={Link}
          to={path}
          label={title}
          leftSection={<Icon size={18} aria-hidden />}
          onClick={close}
        />
      ))}
    </Drawer>
  );
}
