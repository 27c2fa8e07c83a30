import type { Icon } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useMay } from '../platform/me.ts';
import { useLanguage } from '../words/language.tsx';

export interface Place {
  readonly path: string;
  readonly title: string;
  readonly icon: Icon;
  readonly isBelow?: boolean;
}

/** The pages that this person may open, in the order of the navigation; with those below them. */
export function useAllPlaces(): readonly Place[] {
  const { language } = useLanguage();
  const may = useMay();
  return Object.values(useRouter().routesById)
    .flatMap(({ fullPath, options }) => {
      const { navigation, title, operations } = options.staticData ?? {};
      if (navigation === undefined || title === undefined) return [];
      if (operations !== undefined && !operations.some(may)) return [];
      return [{ path: fullPath, title: title[language], ...navigation }];
    })
    .toSorted((one, other) => one.order - other.order);
}

/** Those that stand in the navigation. */
export const usePlaces = (): readonly Place[] =>
  useAllPlaces().filter(({ isBelow }) => isBelow !== true);
