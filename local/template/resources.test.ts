import { describe, expect, it } from 'vitest';
import type { Template } from './assembly.ts';
import { resolveTemplates } from './resources.ts';

type Resources = Record<
  string,
  { Type: string; Properties?: Record<string, unknown>; Condition?: string }
>;

function aTemplate(resources: Resources, rest: Partial<Template> = {}): Template {
  const Resources = Object.fromEntries(
    Object.entries(resources).map(([id, resource]) => [
      id,
      { Properties: {}, Metadata: {}, Condition: undefined, ...resource },
    ]),
  );
  return { Resources, Outputs: {}, Conditions: {}, Mappings: {}, Parameters: {}, ...rest };
}

/** The properties of a function of one stack that asks for `value`. */
function resolved(value: unknown, others: Resources = {}, rest: Partial<Template> = {}): unknown {
  const template = aTemplate(
    { Asking: { Type: 'AWS::Lambda::Function', Properties: { value } }, ...others },
    rest,
  );
  const found = resolveTemplates(new Map([['Local-Api', template]])).get('Local-Api', 'Asking');
  return found?.properties['value'];
}

const queue = { Queue: { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } } };
const table = {
  Cases: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'cases' } },
};

describe('an intrinsic function', () => {
  it.each([
    ['Ref of a table', { Ref: 'Cases' }, 'cases'],
    [
      'Ref of a queue',
      { Ref: 'Queue' },
      'https://sqs.ap-southeast-1.amazonaws.com/000000000000/Local-Api-Queue.fifo',
    ],
    ['GetAtt', { 'Fn::GetAtt': ['Queue', 'QueueName'] }, 'Local-Api-Queue.fifo'],
    [
      'GetAtt as one text',
      { 'Fn::GetAtt': 'Cases.Arn' },
      'arn:aws:dynamodb:ap-southeast-1:000000000000:table/cases',
    ],
    ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'Cases' }, 3]] }, 'a-cases-3'],
    [
      'Sub with resources, attributes, pseudo parameters and literals',
      { 'Fn::Sub': '${AWS::Region}/${Cases}/${Queue.QueueName}/${!kept}' },
      'ap-southeast-1/cases/Local-Api-Queue.fifo/${kept}',
    ],
    ['Sub with variables', { 'Fn::Sub': ['<${name}>', { name: { Ref: 'Cases' } }] }, '<cases>'],
    ['Select of Split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
    ['FindInMap', { 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'large'] }, 512],
    ['If', { 'Fn::If': ['IsHere', 'here', 'elsewhere'] }, 'here'],
    ['If not', { 'Fn::If': ['IsElsewhere', 'elsewhere', 'here'] }, 'here'],
    ['Ref of a parameter', { Ref: 'Retention' }, 30],
    ['NoValue in a list', ['a', { Ref: 'AWS::NoValue' }], ['a']],
    ['NoValue in an object', { kept: 1, gone: { Ref: 'AWS::NoValue' } }, { kept: 1 }],
    ['inside objects and lists', { deep: [{ er: { Ref: 'Cases' } }] }, { deep: [{ er: 'cases' }] }],
    ['Base64', { 'Fn::Base64': 'số' }, 'c+G7kQ=='],
  ])('is resolved: %s', (_name, value, expected) => {
    const found = resolved(
      value,
      { ...queue, ...table },
      {
        Mappings: { Sizes: { 'ap-southeast-1': { large: 512 } } },
        Parameters: { Retention: { Type: 'Number', Default: 30 } },
        Conditions: {
          IsHere: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'ap-southeast-1'] },
          IsElsewhere: { 'Fn::Not': [{ Condition: 'IsHere' }] },
        },
      },
    );
    expect(found).toEqual(expected);
  });

  it('keeps an IAM condition, which is no intrinsic function', () => {
    const statement = { Condition: { StringEquals: { 'aws:SourceAccount': '1' } } };
    expect(resolved(statement)).toEqual(statement);
  });
});

describe('a reference that cannot be resolved', () => {
  it.each([
    ['to a resource that is not there', { Ref: 'Nowhere' }, /Asking.*resource Nowhere/],
    ['to an unknown attribute', { 'Fn::GetAtt': ['Queue', 'Depth'] }, /Queue.*Depth of AWS::SQS/],
    ['to an unknown type', { 'Fn::GetAtt': ['Odd', 'Arn'] }, /Odd.*Arn of AWS::Odd::Thing/],
    [
      'to a stream that the table does not have',
      { 'Fn::GetAtt': ['Cases', 'StreamArn'] },
      /stream/,
    ],
    ['by an unknown function', { 'Fn::Transform': {} }, /Asking.*Fn::Transform/],
    ['to an export that nobody makes', { 'Fn::ImportValue': 'x' }, /export x/],
    ['to a parameter without a value', { Ref: 'Ssm' }, /parameter Ssm/],
    ['beyond the end of a list', { 'Fn::Select': [2, ['a', 'b']] }, /Fn::Select 2 of 2/],
  ])('names both ends: %s', (_name, value, message) => {
    const others = { ...queue, ...table, Odd: { Type: 'AWS::Odd::Thing' } };
    const Parameters = { Ssm: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/a' } };
    expect(() => resolved(value, others, { Parameters })).toThrow(message);
  });

  it('is found when a name depends on itself', () => {
    const circular = {
      Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { Ref: 'Queue' } } },
    };
    expect(() => resolved({ Ref: 'Queue' }, circular)).toThrow(/depends on itself/);
  });
});

describe('stacks', () => {
  const data = aTemplate(
    {
      Cases: {
        Type: 'AWS::DynamoDB::GlobalTable',
        Properties: { StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' } },
      },
    },
    {
      Outputs: {
        Stream: {
          Value: { 'Fn::GetAtt': ['Cases', 'StreamArn'] },
          Export: { Name: { 'Fn::Sub': '${AWS::StackName}:Stream' } },
        },
      },
    },
  );
  const asking = (value: unknown) =>
    resolveTemplates(
      new Map([
        [
          'Local-Api',
          aTemplate({ Asking: { Type: 'AWS::Lambda::Function', Properties: { value } } }),
        ],
        ['Local-Data', data],
      ]),
    ).get('Local-Api', 'Asking')?.properties['value'];

  const stream = 'arn:aws:dynamodb:ap-southeast-1:000000000000:table/Local-Data-Cases/stream/local';

  it('import what another one exports', () => {
    expect(asking({ 'Fn::ImportValue': 'Local-Data:Stream' })).toBe(stream);
  });

  it('read an output of another one', () => {
    const output = { StackName: 'Local-Data', OutputName: 'Stream' };
    expect(asking({ 'Fn::GetStackOutput': output })).toBe(stream);
  });
});

describe('a resource', () => {
  it('is left out when its condition does not hold', () => {
    const template = aTemplate(
      { Cases: { Type: 'AWS::DynamoDB::Table', Condition: 'Never' } },
      { Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } } },
    );
    expect(resolveTemplates(new Map([['Local-Data', template]])).all).toEqual([]);
  });
});
