import type { Actor } from '../domain/actor.ts';
import type { JurisdictionId } from '../domain/case.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Fingerprints } from '../ports/keys.ts';
import type { Audience, Reminder, Reminders } from '../ports/reminders.ts';
import type { Clock } from '../ports/system.ts';
import { readCursor, writeCursor } from './cursor.ts';

export type ListReminders = (question: {
  readonly jurisdictionId: JurisdictionId;
  readonly by: Actor;
  readonly limit: number;
  readonly cursor?: string | undefined;
}) => Promise<
  Result<
    { readonly reminders: readonly Reminder[]; readonly next: string | null },
    { readonly code: 'CURSOR_INVALID' }
  >
>;

export interface ListRemindersPorts {
  readonly reminders: Reminders;
  readonly fingerprints: Pick<Fingerprints, 'sign'>;
  readonly clock: Clock;
}

/** What somebody in this role is told of deadlines, latest first. What is for their working hours waits until these begin. */
export const createListReminders =
  ({ reminders, fingerprints, clock }: ListRemindersPorts): ListReminders =>
  async ({ jurisdictionId, by, limit, cursor }) => {
    const list = `reminders/${jurisdictionId}/${by.role}/${by.department ?? ''}`;
    const sign = (text: string) => fingerprints.sign('cursor', text);
    const after = cursor === undefined ? ok(undefined) : await readCursor(list, cursor, sign);
    if (!after.ok) return after;
    const until = clock.now().toISOString();
    const question = { jurisdictionId, until, limit: limit + 1, after: after.value };
    const found = await Promise.all(
      audiencesOf(by).map((audience) => reminders.list({ ...question, audience })),
    );
    const all = found.flat().sort((a, b) => (a.place < b.place ? 1 : -1));
    const page = all.slice(0, limit);
    const last = page.at(-1);
    const more = all.length > limit && last !== undefined;
    return ok({
      reminders: page.map(({ reminder }) => reminder),
      next: more ? await writeCursor(list, last.place, sign) : null,
    });
  };

/** Who leads hears what their people hear. */
function audiencesOf({ role, department }: Actor): readonly Audience[] {
  if (department !== null) return [department];
  if (role === 'manager') return ['province_office'];
  return role === 'supervisor' ? ['supervisor', 'agent'] : ['agent'];
}
