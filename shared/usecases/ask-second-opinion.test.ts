import { describe, expect, it } from 'vitest';
import { at, jurisdiction, jurisdictionId } from '../../test/support/case-builder.ts';
import { movableClock } from '../../test/support/delivery-builder.ts';
import { InMemoryOpinionBudget } from '../adapters/memory/in-memory-opinion-budget.ts';
import { err, ok } from '../domain/result.ts';
import { ServiceCode } from '../domain/service-catalog.ts';
import type { OpinionBudget, SecondOpinion } from '../ports/second-opinion.ts';
import { createAskSecondOpinion } from './ask-second-opinion.ts';

const personalData = {
  name: 'Y Bloi Kbuor',
  phone: null,
  email: null,
  address: '12 Lò Chén',
  place: 'trước chợ Đình',
  description: 'Tôi Y Bloi Kbuor ở 12 Lò Chén, số 0912 345 678. Đèn đường tắt cả tuần nay.',
};

function setup(
  answer: Awaited<ReturnType<SecondOpinion['ask']>> = ok(code('street-light')),
  opinionBudget: OpinionBudget = new InMemoryOpinionBudget(2),
) {
  const clock = movableClock(at('2020-03-05 23:59'));
  const texts: string[] = [];
  const secondOpinion: SecondOpinion = {
    id: 'a-model',
    ask: ({ text }) => {
      texts.push(text);
      return Promise.resolve(answer);
    },
  };
  const ports = { secondOpinion, opinionBudget, clock, jurisdiction };
  const ask = createAskSecondOpinion(ports);
  const nobody = createAskSecondOpinion({ ...ports, secondOpinion: null });
  return { clock, texts, ask, nobody, question: { jurisdictionId, personalData } };
}

const code = (text: string) => ServiceCode.parse(text);
const none = (because: string, error?: string) => ({
  ok: false,
  error: { code: 'NO_OPINION', because, error },
});

describe('a second opinion', () => {
  it('is named after who gave it', async () => {
    const { ask, question } = setup();
    const opinion = { model: 'a-model', service: 'street-light' };
    expect(await ask(question)).toEqual({ ok: true, value: opinion });
  });

  it('is asked of words that name nobody, not even by what only the record knows', async () => {
    const { ask, question, texts } = setup();
    await ask(question);
    expect(texts).toEqual(['Tôi <known> ở <known>, số <phone>. Đèn đường tắt cả tuần nay.']);
  });

  it('is asked of the beginning of a long story', async () => {
    const { ask, question, texts } = setup();
    const description = 'ngập '.repeat(4_000);
    await ask({ ...question, personalData: { ...personalData, description } });
    expect(texts.map(({ length }) => length)).toEqual([2_000]);
  });

  it('is not asked for where there is none', async () => {
    const { nobody, question, texts } = setup();
    expect(await nobody(question)).toEqual(none('OFF'));
    expect(texts).toEqual([]);
  });

  it('ends with the budget of the day, by the province’s midnight', async () => {
    const { ask, clock, question, texts } = setup();
    await ask(question);
    await ask(question);
    expect(await ask(question)).toEqual(none('CAP_REACHED'));
    expect(texts).toHaveLength(2);
    clock.advance(60);
    expect(await ask(question)).toMatchObject({ ok: true });
  });

  it('is none where the budget cannot be asked, and nothing is sent', async () => {
    const throttled = Object.assign(new Error('Slow down'), {
      name: 'ProvisionedThroughputExceededException',
    });
    const { ask, question, texts } = setup(undefined, { take: () => Promise.reject(throttled) });
    expect(await ask(question)).toEqual(none('FAILED', throttled.name));
    expect(texts).toEqual([]);
  });

  it('about a service that the catalogue lacks is none', async () => {
    const { ask, question } = setup(ok(code('no-such-service')));
    expect(await ask(question)).toEqual(none('UNKNOWN_SERVICE'));
  });

  it('that was not given is none', async () => {
    const { ask, question } = setup(err({ code: 'NO_OPINION', because: 'THROTTLED' }));
    expect(await ask(question)).toEqual(none('THROTTLED'));
  });
});
