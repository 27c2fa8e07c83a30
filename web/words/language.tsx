import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import type { Catalogue, Language } from './define-words.ts';

/** public/before-paint.js reads it too. */
const KEY = '1022-language';

interface Chosen {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const Context = createContext<Chosen>({ language: 'vi', choose: () => undefined });

/** The language that this browser's reader chose; Vietnamese until they do. */
export const keptLanguage = (): Language => (localStorage.getItem(KEY) === 'en' ? 'en' : 'vi');

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(keptLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const chosen = useMemo(
    () => ({
      language,
      choose: (next: Language) => {
        localStorage.setItem(KEY, next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <Context value={chosen}>{children}</Context>;
}

export const useLanguage = (): Chosen => use(Context);

/** The words of an area in the reader's language. */
export function useWords<V>(catalogue: Catalogue<V>): V | Catalogue<V>['en'] {
  const { language } = useLanguage();
  return catalogue[language];
}

/** What the catalogues of the province call something: `name` in Vietnamese, `nameEn` where there is one. */
export function useNamed(): (named: {
  readonly name: string;
  readonly nameEn?: string | undefined;
}) => string {
  const { language } = useLanguage();
  return ({ name, nameEn }) => (language === 'en' ? (nameEn ?? name) : name);
}
