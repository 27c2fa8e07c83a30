import {
  channelNames,
  closeReasonNames,
  judgementNames,
  returnReasonNames,
  waitsNames,
} from '../../shared/domain/status-names.ts';
import { useDirectoryNames } from '../parts/directory.ts';
import { useFormat } from '../parts/format.ts';
import { useNamed, useWords } from '../words/language.tsx';
import type { HistoryEntry } from './use-case.ts';
import { caseWords } from './words.ts';

type Event = HistoryEntry['event'];
type EventOf<T extends Event['type']> = Extract<Event, { type: T }>;
type Sentences = { readonly [T in Event['type']]: (event: EventOf<T>) => string };

/** What an event says to a reader; a new kind of event does not compile until it has a sentence. */
export function useEventSentence(): (event: Event) => string {
  const sentences = { ...useHappenings(), ...useDecisions() } satisfies Sentences;
  // The row of the event's own type takes it.
  return (event) => (sentences[event.type] as (event: Event) => string)(event);
}

/** Events that only say that something was done. */
function useHappenings() {
  const words = useWords(caseWords);
  const { moment } = useFormat();
  return {
    CaseAccepted: () => words.CaseAccepted,
    CitizenAsked: () => words.CitizenAsked,
    CaseResumed: () => words.CaseResumed,
    ProgressReported: ({ committedAt }) =>
      committedAt === undefined
        ? words.ProgressReported
        : words.ProgressPromised(moment(committedAt)),
    DeadlineExtended: ({ answerDueAt }) => words.DeadlineExtended(moment(answerDueAt)),
    DeadlinesMoved: ({ answerDueAt }) => words.DeadlinesMoved(moment(answerDueAt)),
    PartAnswered: () => words.PartAnswered,
    CaseAnswered: () => words.CaseAnswered,
    CallBackFailed: () => words.CallBackFailed,
    CaseReopened: () => words.CaseReopened,
    CaseRejected: () => words.CaseRejected,
    CaseMerged: () => words.CaseMerged,
    CaseUnmerged: () => words.CaseUnmerged,
    CaseWithdrawn: () => words.CaseWithdrawn,
    CaseEscalated: ({ level }) => words.CaseEscalated(level),
    NoteAdded: () => words.NoteAdded,
  } satisfies Partial<Sentences>;
}

/** Events that name somebody or something of the catalogues. */
function useDecisions() {
  const words = useWords(caseWords);
  const named = useNamed();
  const names = useDirectoryNames();
  const departments = (codes: readonly string[]) => codes.map(names.department).join(', ');
  return {
    CaseLogged: ({ channel }) => words.CaseLogged(named(channelNames[channel])),
    CaseClassified: ({ serviceCode }) => words.CaseClassified(names.service(serviceCode)),
    CaseProposed: ({ proposed, waits }) =>
      waits === null
        ? words.CaseProposed(names.service(proposed.service))
        : words.ProposalWaits(names.service(proposed.service), named(waitsNames[waits])),
    CaseRouted: ({ lead, parts }) =>
      words.CaseRouted(departments([lead, ...parts.map(({ department }) => department)])),
    CaseReturned: ({ reason, proposed }) =>
      words.CaseReturned(named(returnReasonNames[reason])) +
      (proposed === null ? '' : words.proposes(names.department(proposed))),
    AnswerRated: ({ judgement }) => words.AnswerRated(named(judgementNames[judgement])),
    CaseClosed: ({ closeReason }) => words.CaseClosed(named(closeReasonNames[closeReason])),
    AlarmRaised: ({ kind, clock, department }) =>
      words[`alarm_${kind}`](`${words[clock]}, ${names.department(department)}`),
  } satisfies Partial<Sentences>;
}
