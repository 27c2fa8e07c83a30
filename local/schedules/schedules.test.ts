import { afterEach, describe, expect, it } from 'vitest';
import {
  aFunction,
  aRuntime,
  arn,
  cleanUps,
  getArn,
  type Handler,
  resourcesOf,
  standingClock,
  type TemplateParts,
  temporaryFolder,
} from '../aws/test-host.ts';
import { startSchedules } from './start.ts';

const cleanUp = cleanUps();
afterEach(cleanUp.run);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const permission = {
  Type: 'AWS::Lambda::Permission',
  Properties: {
    FunctionName: getArn('sweep'),
    Principal: 'events.amazonaws.com',
    Action: 'lambda:InvokeFunction',
    SourceArn: getArn('Rule'),
  },
};
const aRule = (properties: object = {}): TemplateParts => ({
  ...aFunction('sweep'),
  Permission: permission,
  Rule: {
    Type: 'AWS::Events::Rule',
    Properties: {
      Name: 'sweep',
      ScheduleExpression: 'rate(1 hour)',
      Targets: [{ Id: 'T', Arn: getArn('sweep') }],
      ...properties,
    },
  },
});
const aSchedule = (properties: object = {}, grant = {}): TemplateParts => ({
  ...aFunction('sweep'),
  Role: {
    Type: 'AWS::IAM::Role',
    Properties: {
      Policies: [
        {
          PolicyName: 'invoke',
          PolicyDocument: {
            Statement: {
              Effect: 'Allow',
              Action: 'lambda:InvokeFunction',
              Resource: getArn('sweep'),
              ...grant,
            },
          },
        },
      ],
    },
  },
  Schedule: {
    Type: 'AWS::Scheduler::Schedule',
    Properties: {
      Name: 'nightly',
      ScheduleExpression: 'cron(30 1 * * ? *)',
      ScheduleExpressionTimezone: 'Asia/Ho_Chi_Minh',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { Arn: getArn('sweep'), RoleArn: getArn('Role') },
      ...properties,
    },
  },
});

interface Options {
  readonly sweep?: Handler;
  readonly dir?: string;
  readonly clock?: ReturnType<typeof standingClock>;
}

function setup(parts: TemplateParts, { sweep = () => undefined, ...kept }: Options = {}) {
  const clock = kept.clock ?? standingClock(Date.UTC(2020, 2, 2, 12));
  const dir = kept.dir ?? temporaryFolder(cleanUp);
  const runtime = aRuntime({ sweep });
  const reports: string[] = [];
  const schedules = startSchedules({
    resources: resourcesOf(parts),
    runtime,
    clock,
    dir,
    retryDelayMs: 0,
    report: (line) => reports.push(line),
  });
  cleanUp.add(() => schedules.close());
  return {
    clock,
    dir,
    schedules,
    reports,
    events: runtime.events,
    times: () => runtime.events.map(({ event }) => (event as { time: string }).time),
  };
}

describe('a schedule', () => {
  it('fires when its time has come by the clock of the host', async () => {
    const { clock, schedules, events } = setup(aRule());
    clock.advance(HOUR - 1);
    await schedules.idle();
    expect(events).toEqual([]);
    clock.advance(1);
    await schedules.idle();
    expect(events).toMatchObject([
      {
        functionName: 'sweep',
        event: {
          source: 'aws.events',
          'detail-type': 'Scheduled Event',
          time: '2020-03-02T13:00:00Z',
          region: 'ap-southeast-1',
          resources: [arn('events', 'rule/sweep')],
          detail: {},
        },
      },
    ]);
  });

  it('fires by itself as time goes on', async () => {
    const fired = Promise.withResolvers<unknown>();
    const clock = standingClock(Date.UTC(2020, 2, 2, 12, 0, 59, 950));
    const started = performance.now();
    const ticking = { ...clock, now: () => clock.now() + performance.now() - started };
    const parts = aRule({ ScheduleExpression: 'cron(* * * * ? *)' });
    setup(parts, { clock: ticking, sweep: () => fired.resolve(true) });
    // The host's own timers do not keep a process alive.
    const stay = setInterval(() => undefined, 60_000);
    await fired.promise;
    clearInterval(stay);
  });

  it('fires once for all that a jump of the clock has missed, and then as usual', async () => {
    const { clock, schedules, times } = setup(aRule());
    clock.advance(100 * HOUR);
    await schedules.idle();
    expect(times()).toEqual(['2020-03-06T16:00:00Z']);
    clock.advance(HOUR);
    await schedules.idle();
    expect(times()).toHaveLength(2);
  });

  it('counts from now on when the clock is moved back', async () => {
    const { clock, schedules, events } = setup(aRule());
    clock.advance(-100 * HOUR);
    await schedules.idle();
    clock.advance(HOUR);
    await schedules.idle();
    expect(events).toHaveLength(1);
  });

  it('fires at the next start for what it missed while the host was off', async () => {
    const { clock, dir, schedules } = setup(aRule());
    await schedules.close();
    clock.advance(5 * HOUR);
    const second = setup(aRule(), { clock, dir });
    await second.schedules.idle();
    expect(second.events).toHaveLength(1);
    await second.schedules.close();
    const third = setup(aRule(), { clock, dir });
    await third.schedules.idle();
    expect(third.events).toEqual([]);
  });

  it('waits for its last firing, which then counts for what came in between', async () => {
    const working = Promise.withResolvers<unknown>();
    const { clock, schedules, times } = setup(aRule(), { sweep: () => working.promise });
    clock.advance(HOUR);
    clock.advance(2 * HOUR);
    working.resolve(true);
    await schedules.idle();
    expect(times()).toEqual(['2020-03-02T13:00:00Z', '2020-03-02T15:00:00Z']);
  });

  it('runs a function that fails twice more, and says so', async () => {
    const { clock, schedules, events, reports } = setup(aRule(), {
      sweep: () => Promise.reject(new Error('no')),
    });
    clock.advance(HOUR);
    await schedules.idle();
    expect(events).toHaveLength(3);
    expect(reports).toHaveLength(3);
  });

  it('gives the input of the template', async () => {
    const Targets = [{ Id: 'T', Arn: getArn('sweep'), Input: '{"kind":"nightly"}' }];
    const { clock, schedules, events } = setup(aRule({ Targets }));
    clock.advance(HOUR);
    await schedules.idle();
    expect(events).toMatchObject([{ event: { kind: 'nightly' } }]);
  });

  it('does nothing when it is switched off', async () => {
    const { clock, schedules, events } = setup(aRule({ State: 'DISABLED' }));
    clock.advance(HOUR);
    await schedules.idle();
    expect(events).toEqual([]);
  });
});

describe('a schedule of EventBridge Scheduler', () => {
  it('is read in its own zone', async () => {
    const { clock, schedules, events } = setup(aSchedule());
    clock.advance(24 * HOUR);
    await schedules.idle();
    expect(events).toMatchObject([
      { event: { source: 'aws.scheduler', time: '2020-03-02T18:30:00Z' } },
    ]);
  });

  it('fills in what its input asks for', async () => {
    const Target = {
      Arn: getArn('sweep'),
      RoleArn: getArn('Role'),
      Input: '{"at":"<aws.scheduler.scheduled-time>","by":"<aws.scheduler.schedule-arn>"}',
    };
    const { clock, schedules, events } = setup(aSchedule({ Target }));
    clock.advance(24 * HOUR);
    await schedules.idle();
    expect(events).toMatchObject([
      {
        event: {
          at: '2020-03-02T18:30:00Z',
          by: arn('scheduler', 'schedule/default/nightly'),
        },
      },
    ]);
  });
});

describe('what it refuses to start with', () => {
  const { Permission: _, ...withoutPermission } = aRule();
  it.each([
    ['a rule that may not invoke its function', withoutPermission, 'AWS::Lambda::Permission'],
    ['a role that may not', aSchedule({}, { Effect: 'Deny' }), 'lambda:InvokeFunction'],
    ['a bad expression', aRule({ ScheduleExpression: 'rate(1 hours)' }), 'Test/Rule'],
    ['a pattern of events', aRule({ EventPattern: {} }), 'EventPattern'],
    ['a flexible window', aSchedule({ FlexibleTimeWindow: { Mode: 'FLEXIBLE' } }), 'Mode'],
    [
      'a target that is no function',
      aRule({ Targets: [{ Id: 'T', Arn: 'arn:aws:sqs:::x' }] }),
      'no function',
    ],
  ])('%s', (__, parts, named) => {
    expect(() => setup(parts)).toThrow(named);
  });
});
