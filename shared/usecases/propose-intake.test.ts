import { describe, expect, it } from 'vitest';
import { aCommand } from '../../test/support/case-story.ts';
import { aMessage, CLEAR, type MessageSituation, streetLight } from '../../test/support/intake.ts';
import { InMemoryCasePlaces } from '../adapters/memory/in-memory-case-places.ts';
import { InMemoryCaseRepository } from '../adapters/memory/in-memory-case-repository.ts';
import { AreaCode } from '../domain/area.ts';
import { err, ok } from '../domain/result.ts';
import { ServiceCode } from '../domain/service-catalog.ts';
import type { AskSecondOpinion } from './ask-second-opinion.ts';

/** In an otherwise empty hotline. */
const setup = (situation: MessageSituation = {}) => {
  const cases = new InMemoryCaseRepository();
  return aMessage({ cases, places: new InMemoryCasePlaces(cases) }, situation);
};

const sayingThat =
  (service: string): AskSecondOpinion =>
  () =>
    Promise.resolve(ok({ model: 'another-model', service: ServiceCode.parse(service) }));

describe('a clear message', () => {
  it('routes itself to the department of its place, and the case says who proposed that', async () => {
    const { of, proposeIntake, history, now } = await setup();
    expect(await proposeIntake(of)).toEqual({ outcome: 'ROUTED', because: null, noOpinion: null });
    const [, ...byMachine] = await history();
    expect(byMachine.map(({ by, body: { type } }) => [by.role, type])).toEqual([
      ['system', 'CaseProposed'],
      ['system', 'CaseClassified'],
      ['system', 'CaseRouted'],
    ]);
    expect(await now()).toMatchObject({
      status: 'routed',
      class: 'field_report',
      serviceCode: 'street-light',
      areaCode: '25966',
      lead: 'TA',
      firstRoute: { lead: 'TA', by: 'system' },
      proposed: {
        model: 'model-1',
        service: 'street-light',
        area: '25966',
        lead: 'TA',
        rule: null,
        sure: true,
      },
    });
  });

  it('is routed by the rule that its words match, which the case names', async () => {
    const description = `${CLEAR}, trong khu đô thị mới của Becamex`;
    const { of, proposeIntake, now } = await setup({ description });
    await proposeIntake(of);
    expect(await now()).toMatchObject({
      lead: 'BECAMEX',
      firstRoute: { rule: 'new-town-ground' },
      proposed: { lead: 'BECAMEX', rule: 'new-town-ground' },
    });
  });

  it('is looked at once, however often it comes', async () => {
    const { of, proposeIntake, types } = await setup();
    await proposeIntake(of);
    const told = await types();
    expect(await proposeIntake(of)).toMatchObject({ outcome: 'DECIDED' });
    await Promise.all([proposeIntake(of), proposeIntake(of)]);
    expect(await types()).toEqual(told);
  });

  it('is routed once when it comes to two at the same time', async () => {
    const { of, proposeIntake, types } = await setup();
    const both = await Promise.all([proposeIntake(of), proposeIntake(of)]);
    expect(both.map(({ outcome }) => outcome)).toContain('ROUTED');
    expect(await types()).toEqual(['CaseLogged', 'CaseProposed', 'CaseClassified', 'CaseRouted']);
  });

  it.each(['propose', 'classify', 'route'])(
    'goes on where it broke off before %s',
    async (step) => {
      let isDown = true;
      const { of, proposeIntake, types } = await setup({
        around: (changeCase) => (input) =>
          isDown && input.command.action === step
            ? Promise.reject(new Error('no table'))
            : changeCase(input),
      });
      await expect(proposeIntake(of)).rejects.toThrow('no table');
      isDown = false;
      expect(await proposeIntake(of)).toMatchObject({ outcome: 'ROUTED' });
      expect(await types()).toEqual(['CaseLogged', 'CaseProposed', 'CaseClassified', 'CaseRouted']);
    },
  );

  it('is left at the desk when the machine comes too late, with what it thinks', async () => {
    const { of, clock, proposeIntake, now } = await setup();
    clock.advance(241);
    expect(await proposeIntake(of)).toMatchObject({ outcome: 'WAITS', because: 'TOO_LATE' });
    expect(await now()).toMatchObject({ status: 'received', proposed: { lead: 'TA' } });
  });

  it('is not routed late when a try before this one was in time', async () => {
    let isDown = true;
    const { of, clock, proposeIntake, now } = await setup({
      around: (changeCase) => (input) =>
        isDown && input.command.action === 'classify'
          ? Promise.reject(new Error('no table'))
          : changeCase(input),
    });
    await expect(proposeIntake(of)).rejects.toThrow();
    isDown = false;
    clock.advance(600);
    expect(await proposeIntake(of)).toMatchObject({ outcome: 'WAITS', because: 'TOO_LATE' });
    expect(await now()).toMatchObject({ status: 'received', serviceCode: null });
  });
});

describe('an agent', () => {
  const route = aCommand('route', { lead: 'DA', supporting: [] });
  const classify = aCommand('classify', { serviceCode: 'noise', areaCode: '724' });

  it('who was faster has the case', async () => {
    const { of, proposeIntake, byAgent, types } = await setup();
    await byAgent(classify);
    expect(await proposeIntake(of)).toMatchObject({ outcome: 'DECIDED' });
    expect(await types()).toEqual(['CaseLogged', 'CaseClassified']);
  });

  it.each(['propose', 'classify', 'route'])(
    'who acts on what they read before the machine could %s has it, and meets no conflict',
    async (step) => {
      const meanwhile: unknown[] = [];
      const { of, proposeIntake, byAgent, now } = await setup({
        around: (changeCase) => async (input) => {
          if (input.command.action === step) meanwhile.push(await byAgent(classify));
          return changeCase(input);
        },
      });
      expect(await proposeIntake(of)).toMatchObject({ outcome: 'DECIDED' });
      expect(meanwhile).toMatchObject([{ ok: true, value: { serviceCode: 'noise' } }]);
      expect(await now()).toMatchObject({ status: 'received', serviceCode: 'noise', lead: null });
    },
  );

  it('who acts between two tries of one message has it', async () => {
    const classified: unknown[] = [];
    const { of, proposeIntake, byAgent, types } = await setup({
      around: (changeCase) => async (input) => {
        const first = await changeCase(input);
        if (input.command.action !== 'propose') return first;
        classified.push(await byAgent(classify));
        return changeCase(input);
      },
    });
    expect(await proposeIntake(of)).toMatchObject({ outcome: 'DECIDED' });
    expect(classified).toMatchObject([{ ok: true }]);
    expect(await types()).toEqual(['CaseLogged', 'CaseProposed', 'CaseClassified']);
  });

  it('who read the case before the machine routed it must look again', async () => {
    const { of, proposeIntake, byAgent } = await setup();
    await proposeIntake(of);
    expect(await byAgent(route)).toMatchObject({ ok: false, error: { code: 'VERSION_CONFLICT' } });
    expect(await byAgent(route, 4)).toMatchObject({ ok: true, value: { lead: 'DA' } });
  });
});

describe('a message that is not clear', () => {
  it('waits at the desk with the proposal', async () => {
    const { of, proposeIntake, now, types } = await setup({ certainty: 0.5 });
    expect(await proposeIntake(of)).toMatchObject({ outcome: 'WAITS', because: 'NOT_SURE' });
    expect(await types()).toEqual(['CaseLogged', 'CaseProposed']);
    expect(await now()).toMatchObject({
      status: 'received',
      serviceCode: null,
      proposed: { service: 'street-light', lead: 'TA', sure: false },
    });
  });

  it('without a place waits for one', async () => {
    const { of, proposeIntake, now } = await setup({ description: 'Đèn đường tắt cả tuần nay' });
    expect(await proposeIntake(of)).toMatchObject({ because: 'PLACE_NOT_CERTAIN' });
    expect(await now()).toMatchObject({ proposed: { area: null, lead: null } });
  });

  it('at the place that was noted with it routes itself', async () => {
    const areaCode = AreaCode.parse('25966');
    const situation = { description: 'Đèn đường tắt cả tuần nay', matter: { areaCode } };
    const { of, proposeIntake, now } = await setup(situation);
    expect(await proposeIntake(of)).toMatchObject({ outcome: 'ROUTED' });
    expect(await now()).toMatchObject({ areaCode: '25966', lead: 'TA' });
  });

  it('gets a second opinion, whose proposal the desk sees under its own name', async () => {
    const secondOpinion = sayingThat('noise');
    const { of, proposeIntake, now } = await setup({ certainty: 0.5, secondOpinion });
    expect(await proposeIntake(of)).toMatchObject({ outcome: 'WAITS', because: 'NOT_SURE' });
    expect((await now())?.proposed).toMatchObject({ model: 'another-model', service: 'noise' });
  });

  it.each([
    ['agrees, where the jurisdiction lets that count', 'street-light', true, 'ROUTED'],
    ['agrees, where it is only shown', 'street-light', false, 'WAITS'],
    ['disagrees', 'noise', true, 'WAITS'],
  ])('on which a second opinion %s: %o', async (...[, service, secondOpinionRoutes, outcome]) => {
    const { of, proposeIntake } = await setup({
      certainty: 0.5,
      secondOpinion: sayingThat(service),
      intake: { secondOpinionRoutes },
    });
    expect(await proposeIntake(of)).toMatchObject({ outcome });
  });

  it('waits as ever when the second opinion fails, and that is told', async () => {
    const noOpinion = { code: 'NO_OPINION', because: 'TIMED_OUT' } as const;
    const secondOpinion = () => Promise.resolve(err(noOpinion));
    const { of, proposeIntake, now } = await setup({ certainty: 0.5, secondOpinion });
    expect(await proposeIntake(of)).toEqual({ outcome: 'WAITS', because: 'NOT_SURE', noOpinion });
    expect((await now())?.proposed?.model).toBe('model-1');
  });
});

describe('the machine keeps off', () => {
  it.each<[string, MessageSituation]>([
    ['a call', { matter: { channel: 'phone' } }],
    ['whatever comes where the jurisdiction names no channel', { intake: { channels: [] } }],
    ['a message that was logged with its service', { matter: { serviceCode: streetLight } }],
    ['a message that was logged with its class', { matter: { class: 'procedure' } }],
  ])('%s', async (_what, situation) => {
    const { of, proposeIntake, types } = await setup(situation);
    expect(await proposeIntake(of)).toMatchObject({ outcome: 'DECIDED' });
    expect(await types()).toEqual(['CaseLogged']);
  });
});
