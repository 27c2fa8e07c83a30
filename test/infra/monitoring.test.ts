import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { functionIds } from '../../infra/functions.ts';
import { tables } from '../../shared/adapters/dynamodb/tables.ts';
import { FIGURES_FRESH_SECONDS } from '../../shared/domain/statistics-freshness.ts';
import { synthesise } from '../support/hotline-templates.ts';

const hotline = synthesise('prod');
afterAll(() => hotline.close());

interface Alarm {
  readonly AlarmName: string;
  readonly AlarmDescription: string;
  readonly AlarmActions: readonly string[];
  readonly MetricName?: string;
  readonly Dimensions?: readonly { readonly Name: string; readonly Value: string }[];
}
const alarms = hotline.resources
  .ofType('AWS::CloudWatch::Alarm')
  .map(({ properties }) => properties as unknown as Alarm);
const headings = [...readFileSync('docs/runbook.md', 'utf8').matchAll(/^## (.+)$/gm)].map(
  ([, heading]) => heading,
);
const headingOf = ({ AlarmDescription }: Alarm) =>
  /docs\/runbook\.md#([a-z-]+)$/.exec(AlarmDescription)?.[1];

const watches = (metric: string, value: string) =>
  alarms.some(
    ({ MetricName, Dimensions = [] }) =>
      MetricName === metric && Dimensions.some(({ Value }) => Value === value),
  );

describe('every alarm', () => {
  it.each(alarms)('$AlarmName says whom it hurts and where to begin', (alarm) => {
    const [impact = ''] = alarm.AlarmDescription.split(' See docs/runbook.md#');
    expect(impact).toMatch(/^[A-Z].{20,}\.$/);
    expect(headings).toContain(headingOf(alarm));
  });

  it('tells the topic', () => {
    const [topic] = hotline.resources.ofType('AWS::SNS::Topic');
    for (const { AlarmActions } of alarms) expect(AlarmActions).toEqual([topic!.ref]);
  });
});

describe('the topic', () => {
  it('is sealed by a key that alarms may use', () => {
    const [topic] = hotline.resources.ofType('AWS::SNS::Topic');
    const key = hotline.resources
      .ofType('AWS::KMS::Key')
      .find(({ arn }) => arn === topic!.properties['KmsMasterKeyId'])!;
    expect(key.properties).toMatchObject({ EnableKeyRotation: true });
    expect(JSON.stringify(key.properties['KeyPolicy'])).toContain('cloudwatch.amazonaws.com');
  });
});

describe('the runbook', () => {
  it('has no heading without an alarm', () => {
    const used = new Set(alarms.map(headingOf));
    expect(headings.filter((heading) => !used.has(heading))).toEqual([]);
  });
});

describe('an alarm watches', () => {
  it.each(functionIds)('errors and throttles of %s', (id) => {
    expect(watches('Errors', `1022-prod-${id}`)).toBe(true);
    expect(watches('Throttles', `1022-prod-${id}`)).toBe(true);
  });

  it('every queue to which something is given up', () => {
    const given = hotline.resources
      .ofType('AWS::SQS::Queue')
      .filter(({ properties }) => properties['RedrivePolicy'] === undefined);
    expect(given).toHaveLength(5);
    for (const { name } of given)
      expect(watches('ApproximateNumberOfMessagesVisible', name)).toBe(true);
  });

  it.each(['project-statistics', 'publish'])('how far %s is behind the stream', (id) => {
    expect(watches('IteratorAge', `1022-prod-${id}`)).toBe(true);
  });

  it('figures that are further behind than they promise', () => {
    const behind = alarms.find(({ AlarmName }) => AlarmName.endsWith('project-statistics-behind'));
    expect(behind).toMatchObject({
      MetricName: 'IteratorAge',
      Threshold: FIGURES_FRESH_SECONDS * 1_000,
    });
  });

  it('failures of the API', () => {
    const [api] = hotline.resources.ofType('AWS::ApiGatewayV2::Api');
    expect(watches('5xx', api!.ref)).toBe(true);
  });

  it('requests that a table or one of its indexes puts off', () => {
    const watched = JSON.stringify(alarms);
    for (const { name } of hotline.resources.ofType('AWS::DynamoDB::Table'))
      expect(watched).toContain(name);
    const indexes = tables.flatMap(({ indexes }) => indexes);
    expect(indexes.length).toBeGreaterThan(0);
    for (const { name } of indexes)
      expect(watched).toContain(`"GlobalSecondaryIndexName","Value":"${name}"`);
  });
});

describe('the dashboard', () => {
  it('is one page', () => {
    expect(hotline.resources.ofType('AWS::CloudWatch::Dashboard')).toHaveLength(1);
  });
});
