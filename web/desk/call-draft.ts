import type { Schemas } from '../platform/api.ts';
import { useKept } from '../platform/kept.ts';
import { useMe } from '../platform/me.ts';
import { newKey } from '../platform/system.ts';
import type { paths } from '../platform/api-types.ts';

export type LogCase = paths['/v1/desk/cases']['post']['requestBody']['content']['application/json'];
export type Case = Schemas['LoggedCase']['case'];
export type Channel = LogCase['channel'];

/** A call as far as it has been typed. Null where the person has not chosen: what is proposed counts then. */
export interface CallDraft {
  /** Made with the first letter that is typed, so that the call is one call however often it is sent. */
  readonly key: string;
  readonly channel: Channel;
  readonly phone: string;
  readonly description: string;
  readonly place: string;
  readonly name: string;
  readonly summary: string;
  readonly urgent: boolean;
  readonly serviceCode: string | null;
  readonly areaCode: string | null;
  readonly lead: string | null;
  readonly supporting: readonly string[] | null;
  readonly duplicateOf: Pick<Case, 'caseId' | 'trackingCode'> | null;
  /** Null: it is not answered at the desk. */
  readonly answer: string | null;
}

export const EMPTY_CALL: CallDraft = {
  key: '',
  channel: 'phone',
  phone: '',
  description: '',
  place: '',
  name: '',
  summary: '',
  urgent: false,
  serviceCode: null,
  areaCode: null,
  lead: null,
  supporting: null,
  duplicateOf: null,
  answer: null,
};

export interface Call {
  readonly draft: CallDraft;
  readonly change: (part: Partial<CallDraft>) => void;
  readonly replace: (draft: CallDraft) => void;
}

/** The call that this person is typing; it outlives the page, and nobody else who signs in here sees it. */
export function useCall(): Call {
  const { subject } = useMe();
  const [draft, set] = useKept(`1022-call:${subject}`, EMPTY_CALL);
  return {
    draft,
    change: (part) => set((current) => ({ ...current, key: current.key || newKey(), ...part })),
    replace: set,
  };
}
