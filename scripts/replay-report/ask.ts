import type * as z from 'zod';
import type { Session } from '../../local/client/session.ts';
import { PUBLISHED } from '../../local/replay/published.ts';
import { SeriesBody } from '../../shared/contracts/statistics-series.ts';
import { DeadlinesBody, HeadlineBody, TimesBody } from '../../shared/contracts/statistics.ts';

const DAYS = `from=${PUBLISHED.from}&to=${PUBLISHED.to}`;

/** The eight months as the manager reads them. */
export async function askEightMonths(session: Session) {
  const ask = async <S extends z.ZodType>(schema: S, path: string): Promise<z.output<S>> => {
    const address = { method: 'GET', path: `/v1/statistics/${path}`, as: 'quang' } as const;
    const { status, body } = await session.call(address);
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    return schema.parse(body);
  };
  return {
    headline: await ask(HeadlineBody, `headline?${DAYS}&by=department`),
    classes: await ask(SeriesBody, `series?${DAYS}&step=month&by=class`),
    deadlines: await ask(DeadlinesBody, `deadlines?${DAYS}&by=month`),
    times: await ask(TimesBody, `times?${DAYS}`),
  };
}
export type EightMonths = Awaited<ReturnType<typeof askEightMonths>>;

/** A file of the API, as it comes. */
export async function fetchReport(session: Session, query: string): Promise<Uint8Array> {
  const path = `/v1/statistics/monthly-report?${query}`;
  const headers = { authorization: `Bearer ${await session.token('quang')}` };
  const answer = await fetch(new URL(path, session.url), { headers });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return new Uint8Array(await answer.arrayBuffer());
}
