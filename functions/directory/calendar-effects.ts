import type { DeadlineMoving } from '../../shared/domain/deadline-moving.ts';
import type { CalendarPreview } from '../../shared/usecases/preview-calendar.ts';

export const previewBody = ({ basedOn, problems, effect }: CalendarPreview) => ({
  basedOn,
  problems,
  effect: effect && {
    replacedYear: effect.replaced,
    differsFrom: effect.differsFrom,
    runningCases: effect.running.runningInYear,
    moves: {
      cases: effect.running.movedCases,
      deadlines: effect.running.movedDeadlines,
      complete: effect.running.complete,
      examples: effect.running.examples,
    },
  },
});

export const movingBody = (moving: DeadlineMoving | undefined, now: Date) => ({
  moving:
    moving === undefined
      ? null
      : {
          number: moving.number,
          version: moving.version,
          state: stateOf(moving, now),
          requestedAt: moving.requestedAt,
          startsAt: moving.startsAt,
          finishedAt: moving.finishedAt,
          looked: moving.looked,
          moved: moving.moved,
          refused: moving.refused,
        },
});

function stateOf({ finishedAt, startsAt }: DeadlineMoving, now: Date) {
  if (finishedAt !== null) return 'done';
  return now.toISOString() < startsAt ? 'waiting' : 'moving';
}
