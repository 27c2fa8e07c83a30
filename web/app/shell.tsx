import { AppShell, Burger, Button, Group, Kbd, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { Link, useMatches } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { OnceOpened } from '../parts/once-opened.tsx';
import { useMay } from '../platform/me.ts';
import { useWords } from '../words/language.tsx';
import { AccountMenu } from './account-menu.tsx';
import { CommandBar } from './command-bar.tsx';
import { usePlaces } from './navigation.ts';
import { OfflineBanner } from './offline-banner.tsx';
import classes from './shell.module.css';
import { ShortcutList } from './shortcut-list.tsx';
import { appWords } from './words.ts';

const MenuDrawer = lazy(() =>
  import('./menu-drawer.tsx').then(({ MenuDrawer: one }) => ({ default: one })),
);
/** Not in the first load: it is needed once a call is finished. */
const OutboxSender = lazy(() =>
  import('../desk/outbox-sender.tsx').then(({ OutboxSender: one }) => ({ default: one })),
);

/** Height of the line that stays on top. */
export const HEADER_PX = 48;

/** What stands around each page: where one can go, what one can do, who one is. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const words = useWords(appWords);
  const mayLog = useMay()('logCase');
  const fills = useMatches().at(-1)?.staticData.fills === true;
  const [isMenuOpen, menu] = useDisclosure();
  const [isBarOpen, bar] = useDisclosure();
  return (
    <AppShell header={{ height: HEADER_PX }}>
      <a href="#main" className={classes['skip']}>
        {words.skip}
      </a>
      <AppShell.Header className="screen-only">
        <Group h="100%" px="sm" gap="xs" wrap="nowrap">
          <Burger hiddenFrom="sm" size="sm" onClick={menu.open} aria-label={words.menu} />
          <Link to="/" className={classes['brand']}>
            1022
          </Link>
          <nav aria-label={words.areas} className={classes['places']}>
            <Places className={classes['place'] ?? ''} />
          </nav>
          <Button
            variant="default"
            ml="auto"
            leftSection={<IconSearch size={16} aria-hidden />}
            rightSection={
              <Kbd visibleFrom="sm" size="xs">
                Ctrl K
              </Kbd>
            }
            onClick={bar.open}
          >
            {words.commandBar}
          </Button>
          <AccountMenu />
        </Group>
      </AppShell.Header>
      <OnceOpened isOpen={isMenuOpen}>
        <MenuDrawer isOpen={isMenuOpen} close={menu.close} />
      </OnceOpened>
      <AppShell.Main id="main" tabIndex={-1} className={fills ? classes['fills'] : undefined}>
        <OfflineBanner />
        {children}
      </AppShell.Main>
      <CommandBar isOpen={isBarOpen} open={bar.open} close={bar.close} />
      <ShortcutList />
      {mayLog && (
        <Suspense>
          <OutboxSender />
        </Suspense>
      )}
    </AppShell>
  );
}

function Places({ className }: { readonly className: string }) {
  const places = usePlaces();
  // One place is shown as the one where the reader is, also where one lies below another.
  const isAbove = (path: string): boolean =>
    places.some((other) => other.path.startsWith(`${path}/`));
  return places.map(({ path, title, icon: Icon }) => (
    <Link
      key={path}
      to={path}
      className={className}
      activeOptions={{ exact: isAbove(path), includeSearch: false }}
    >
      <Icon size={16} aria-hidden /> {title}
    </Link>
  ));
}

/** While it is not known yet who it is; the same size as what comes. */
export function ShellSkeleton() {
  return (
    <AppShell header={{ height: HEADER_PX }} aria-busy="true">
      <AppShell.Header p={8}>
        <Skeleton h={32} w={220} />
      </AppShell.Header>
      <AppShell.Main p="md">
        <Skeleton h={240} mt="md" />
      </AppShell.Main>
    </AppShell>
  );
}
