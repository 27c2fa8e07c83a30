import type { CaseAction } from '../../shared/domain/case-lifecycle.ts';
import { useKept } from '../platform/kept.ts';
import { useMe } from '../platform/me.ts';
import type { HistoryEntry } from './use-case.ts';

/** What is being written on a case, and which version of it the person had before their eyes. */
export interface Composing {
  readonly action: CaseAction | null;
  readonly basedOn: number;
  readonly text: string;
  readonly serviceCode?: string | null;
  readonly areaCode?: string | null;
  readonly summary?: string;
  readonly lead?: string | null;
  readonly supporting?: readonly string[];
  readonly reason?: string;
  readonly proposed?: string | null;
  /** Of the province's wall clock: `2026-11-28T17:00`. */
  readonly date?: string;
  readonly releasedParts?: readonly string[];
  readonly judgement?: string;
  readonly into?: string;
}

/** Nothing is being written. */
export const NOTHING: Composing = { action: null, basedOn: 0, text: '' };

/** Each person's own, in this browser. */
export const composingKey = (subject: string, caseId: string): string =>
  `1022-compose:${subject}:${caseId}`;

export interface Composer {
  readonly composing: Composing;
  readonly change: (part: Partial<Composing>) => void;
  readonly discard: () => void;
}

/** Outlives the page, and whatever others do to the case. */
export function useComposing(caseId: string, version: number): Composer {
  const { subject } = useMe();
  const [composing, set] = useKept(composingKey(subject, caseId), NOTHING);
  return {
    composing,
    change: (part) =>
      set((current) => ({
        ...current,
        // What is not begun yet is begun on what is shown.
        ...(current.action === null && { basedOn: version }),
        ...part,
      })),
    discard: () => set(NOTHING),
  };
}

/**
 * What others did since the person began to write. That a deadline came nearer changes nothing that they decide; the
 * clocks show it.
 */
export const unseen = (
  { action, basedOn }: Composing,
  history: readonly HistoryEntry[],
): readonly HistoryEntry[] =>
  action === null
    ? []
    : history.filter(({ version, event }) => version > basedOn && event.type !== 'AlarmRaised');
