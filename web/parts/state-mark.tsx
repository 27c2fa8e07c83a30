import {
  IconAlertTriangleFilled,
  IconCheck,
  IconCircleFilled,
  IconCircleHalf2,
  IconPlayerPauseFilled,
} from '@tabler/icons-react';
import type { ClockState } from '../../shared/domain/clock-readings.ts';
import { useWords } from '../words/language.tsx';
import { partWords } from './words.ts';

/** The states of a clock, and `closed` where none runs any more. */
export type MarkState = ClockState | 'closed';

const looks = {
  on_track: { color: 'var(--state-on-track)', icon: IconCircleFilled },
  at_risk: { color: 'var(--state-at-risk)', icon: IconCircleHalf2 },
  missed: { color: 'var(--state-late)', icon: IconAlertTriangleFilled },
  late: { color: 'var(--state-late)', icon: IconAlertTriangleFilled },
  paused: { color: 'var(--state-waiting)', icon: IconPlayerPauseFilled },
  met: { color: 'var(--state-on-track)', icon: IconCheck },
  closed: { color: 'var(--state-closed)', icon: IconCheck },
} as const satisfies Record<MarkState, object>;

export const stateColor = (state: MarkState): string => looks[state].color;

/** A sign with a name, in the colour of the state: never the colour alone. */
export function StateMark({ state }: { readonly state: MarkState }) {
  const words = useWords(partWords);
  const { color, icon: Icon } = looks[state];
  return (
    <Icon
      size={14}
      role="img"
      aria-label={words[state]}
      style={{ color, flex: 'none', verticalAlign: '-2px' }}
    >
      <title>{words[state]}</title>
    </Icon>
  );
}
