import { InMemoryStaffRegister } from '../../shared/adapters/memory/in-memory-staff-register.ts';
import type { Result } from '../../shared/domain/result.ts';
import {
  createReadCross,
  type Cross,
  type CrossError,
  type CrossQuestion,
} from '../../shared/usecases/read-cross.ts';
import { jurisdiction, jurisdictionId } from '../support/random-cases.ts';
import { context, type StatisticsPorts } from './statistics-support.ts';

export const readCross = (
  { reader: statistics, lists: counted }: Pick<StatisticsPorts, 'reader' | 'lists'>,
  question: Omit<CrossQuestion, 'jurisdictionId' | 'role'>,
): Promise<Result<Cross, CrossError>> =>
  createReadCross({
    ...{ statistics, counted, staff: new InMemoryStaffRegister() },
    clock: { now: () => new Date('2027-06-30T05:00:00.000Z') },
    ...{ jurisdiction, context },
  })({ jurisdictionId, role: 'manager', ...question });

export async function cross(...asked: Parameters<typeof readCross>): Promise<Cross> {
  const answer = await readCross(...asked);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}
