import type { Icon } from '@tabler/icons-react';
import type { Operation } from '../../shared/domain/permissions.ts';
import type { Language } from '../words/define-words.ts';

/** What the shell must know of a page. */
interface PageData {
  /** In the window's title, and in the navigation. */
  readonly title?: Readonly<Record<Language, string>>;
  /** Rows of the permission table of which the page needs one; without any every member of staff may open it. */
  readonly operations?: readonly Operation[];
  /** Place in the navigation; pages without one are reached from others. */
  readonly navigation?: {
    readonly icon: Icon;
    readonly order: number;
    /** Reached from another page, and by name from the command bar. */
    readonly isBelow?: boolean;
  };
  /** The page uses the whole window and scrolls inside. */
  readonly fills?: boolean;
}

declare module '@tanstack/react-router' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the library is told of it by extending its interface
  interface StaticDataRouteOption extends PageData {}
}
