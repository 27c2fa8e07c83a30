import { describe, expect, it } from 'vitest';
import { aFunction, arn, getArn, resourcesOf } from '../aws/test-host.ts';
import { createAccess } from './access.ts';
import { contextOf, type Need } from './context.ts';

const cases = arn('dynamodb', 'table/cases');
const put: Need = { action: 'dynamodb:PutItem', resource: cases };

/** One function `desk`; `ask` gives the message of its denial. */
function setup(statements: readonly Record<string, unknown>[]) {
  const access = createAccess(resourcesOf(aFunction('desk', ...statements)));
  const principal = access.principal('desk');
  if (principal === undefined) throw new Error('no function desk');
  return {
    access,
    ask: (...needs: readonly Need[]) => access.check(principal, needs)?.message,
  };
}

describe('the IAM checker', () => {
  it('permits what a statement allows', () => {
    const { ask } = setup([{ Action: ['dynamodb:PutItem', 'dynamodb:GetItem'], Resource: cases }]);
    expect(ask(put)).toBeUndefined();
  });

  it("refuses the rest with AWS's sentence, which names the missing action", () => {
    const { ask, access } = setup([{ Action: 'dynamodb:GetItem', Resource: cases }]);
    expect(ask(put)).toBe(
      `User: arn:aws:sts::000000000000:assumed-role/desk-role/desk is not authorized to perform: dynamodb:PutItem on resource: ${cases} because no identity-based policy allows the dynamodb:PutItem action`,
    );
    expect(access.denials()).toMatchObject([
      { functionName: 'desk', action: 'dynamodb:PutItem', resource: cases },
    ]);
  });

  it('names the first of several needs that is missing', () => {
    const { ask } = setup([{ Action: 'dynamodb:PutItem', Resource: cases }]);
    expect(ask(put, { action: 'dynamodb:UpdateItem', resource: cases })).toContain(
      'perform: dynamodb:UpdateItem on',
    );
  });

  it.each([
    ['a wildcard in the action', { Action: 'dynamodb:Put*', Resource: cases }],
    [
      'a wildcard in the resource',
      { Action: 'dynamodb:PutItem', Resource: arn('dynamodb', 'table/*') },
    ],
    [
      'one sign that may be any',
      { Action: 'dynamodb:PutItem', Resource: `${cases.slice(0, -1)}?` },
    ],
    ['another case of the action', { Action: 'DynamoDB:putitem', Resource: cases }],
    ['everything but another action', { NotAction: 'dynamodb:GetItem', Resource: '*' }],
    [
      'everything but another resource',
      { Action: 'dynamodb:*', NotResource: arn('dynamodb', 'table/x') },
    ],
  ])('permits by %s', (_, statement) => {
    expect(setup([statement]).ask(put)).toBeUndefined();
  });

  it.each([
    ['a table with a longer name', { Action: 'dynamodb:PutItem', Resource: `${cases}-old` }],
    ['everything but this action', { NotAction: 'dynamodb:Put*', Resource: '*' }],
    [
      'everything but this resource',
      { Action: 'dynamodb:*', NotResource: arn('dynamodb', 'table/c*') },
    ],
  ])('does not permit by %s', (_, statement) => {
    expect(setup([statement]).ask(put)).toContain('dynamodb:PutItem');
  });

  it('lets a Deny win', () => {
    const { ask } = setup([
      { Action: '*', Resource: '*' },
      { Effect: 'Deny', Action: 'dynamodb:PutItem', Resource: cases },
    ]);
    expect(ask(put)).toContain('with an explicit deny');
  });

  it('reads policies inside the role and AWS-managed ones', () => {
    const inline = { Statement: { Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: cases } };
    const managed = { Statement: { Effect: 'Allow', Action: 'sqs:*', Resource: '*' } };
    const resources = resourcesOf({
      worker: {
        Type: 'AWS::Lambda::Function',
        Properties: { FunctionName: 'worker', Role: getArn('Role') },
      },
      Managed: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: { PolicyDocument: managed },
      },
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          ManagedPolicyArns: [
            'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
            { Ref: 'Managed' },
          ],
          Policies: [{ PolicyName: 'inline', PolicyDocument: inline }],
        },
      },
    });
    const access = createAccess(resources);
    const principal = access.principal('worker')!;
    expect(access.check(principal, [put])).toBeUndefined();
    expect(
      access.check(principal, [{ action: 'logs:PutLogEvents', resource: '*' }]),
    ).toBeUndefined();
  });
});

describe('conditions', () => {
  const asks = (key: string, ...values: readonly string[]): Need => ({
    ...put,
    context: contextOf({ [key]: values }),
  });
  const under = (condition: object) =>
    setup([{ Action: 'dynamodb:*', Resource: '*', Condition: condition }]).ask;

  it('holds every leading key against ForAllValues', () => {
    const ask = under({
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['binh-duong#*'] },
    });
    expect(ask(asks('dynamodb:LeadingKeys', 'binh-duong#1', 'binh-duong#2'))).toBeUndefined();
    expect(ask(asks('dynamodb:LeadingKeys', 'binh-duong#1', 'hue#2'))).toContain('PutItem');
  });

  it.each([
    [{ StringEquals: { 'dynamodb:Select': 'COUNT' } }, 'COUNT', true],
    [{ StringEquals: { 'dynamodb:Select': 'COUNT' } }, 'ALL', false],
    [{ StringNotEquals: { 'dynamodb:Select': ['ALL', 'COUNT'] } }, 'COUNT', false],
    [{ StringEqualsIgnoreCase: { 'dynamodb:select': 'count' } }, 'COUNT', true],
    [{ StringNotLike: { 'dynamodb:Select': 'C*' } }, 'ALL', true],
    [{ Null: { 'dynamodb:Select': 'true' } }, 'ALL', false],
    [{ StringEquals: { 'dynamodb:LeadingKeys': 'x' } }, 'absent', false],
    [{ StringEqualsIfExists: { 'dynamodb:LeadingKeys': 'x' } }, 'absent', true],
  ])('%j with %s: %s', (condition, value, permitted) => {
    const answer = under(condition)(asks('dynamodb:Select', value));
    expect(answer === undefined).toBe(permitted);
  });

  it.each([
    [{ DateGreaterThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } }, 'aws:CurrentTime'],
    [{ NumericLessThan: { 'dynamodb:Select': '1' } }, 'NumericLessThan'],
    [{ StringEquals: { 'dynamodb:Attributes': 'a' } }, 'dynamodb:Attributes'],
  ])('refuses to start with %j', (condition, named) => {
    expect(() => under(condition)).toThrow(named);
  });

  it('does not mind conditions on services it does not play', () => {
    const ask = setup([
      { Action: 'logs:*', Resource: '*', Condition: { StringEquals: { 'logs:x': 'y' } } },
      { Action: 'dynamodb:PutItem', Resource: cases },
    ]).ask;
    expect(ask(put)).toBeUndefined();
  });
});

describe('what it refuses to start with', () => {
  it.each([
    [
      'a member it does not evaluate',
      { Action: 'a:b', Resource: '*', Principal: '*' },
      'Principal',
    ],
    ['a reference that was not resolved', { Action: 'a:b', Resource: { X: 'y' } }, 'Resource'],
    ['a policy variable', { Action: 'a:b', Resource: 'x${aws:username}' }, 'aws:username'],
  ])('%s', (_, statement, named) => {
    expect(() => setup([statement])).toThrow(named);
  });

  it('a function whose role is missing', () => {
    const role = arn('iam', 'role/gone');
    const desk = { Type: 'AWS::Lambda::Function', Properties: { Role: role } };
    expect(() => createAccess(resourcesOf({ desk }))).toThrow('no role gone');
  });
});

describe('unused grants', () => {
  it('are those that no call has needed', () => {
    const { access, ask } = setup([
      { Action: ['dynamodb:PutItem', 'dynamodb:Query'], Resource: [cases, `${cases}/index/*`] },
      { Action: ['logs:CreateLogStream', 'xray:PutTraceSegments'], Resource: '*' },
      { Action: 'sqs:SendMessage', Resource: arn('sqs', 'x') },
    ]);
    ask(put);
    expect(access.unusedGrants()).toEqual([
      { functionName: 'desk', action: 'dynamodb:Query', resource: cases },
      { functionName: 'desk', action: 'dynamodb:Query', resource: `${cases}/index/*` },
      { functionName: 'desk', action: 'sqs:SendMessage', resource: arn('sqs', 'x') },
    ]);
    ask({ action: 'dynamodb:Query', resource: `${cases}/index/due` });
    expect(access.unusedGrants()).toHaveLength(2);
  });
});
