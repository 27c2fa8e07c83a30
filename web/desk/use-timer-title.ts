import { useEffect } from 'react';
import { clockFace } from '../parts/format.ts';
import { useNow } from '../platform/use-now.ts';
import { useLanguage, useWords } from '../words/language.tsx';
import { msLeft, useQueue } from './use-queue.ts';
import { deskWords } from './words.ts';

const SECOND_MS = 1_000;

/** The most urgent hand-off counts in the window's title, where an agent sees it from another window too. */
export function useTimerTitle(): void {
  const words = useWords(deskWords);
  const { language } = useLanguage();
  const at = useNow(SECOND_MS);
  const [first] = useQueue('received').data ?? [];
  const left = first === undefined ? undefined : msLeft(first, at);
  const face = left === undefined ? '' : clockFace(left);
  const timer = left === undefined ? '' : `${left < 0 ? `▲ ${words.late(face)}` : face} · `;
  const title = `${timer}${TITLES[language]} · 1022`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}

const TITLES = { vi: 'Trực tổng đài', en: 'Desk' } as const;
