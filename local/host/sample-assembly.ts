import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small system in the words of `cdk synth`, for tests of the host: notes behind an API, and a copy of each by stream. */

/** Tries for as long as an emulator that was killed needs to be back, as the SDK's retries would. */
const FUNCTION = `
const call = async (operation, body) => {
  for (let tries = 0; ; tries += 1) {
    try {
      const response = await fetch(process.env.AWS_ENDPOINT_URL_DYNAMODB, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.0',
          'x-amz-target': 'DynamoDB_20120810.' + operation,
          'x-amz-date': '20260101T000000Z',
          authorization: 'AWS4-HMAC-SHA256 Credential=' + process.env.AWS_ACCESS_KEY_ID +
            '/20260101/ap-southeast-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
        },
        body: JSON.stringify({ TableName: process.env.NOTES_TABLE_NAME, ...body }),
      });
      const answer = await response.json();
      if (response.status < 500) return { status: response.status, answer };
    } catch {}
    if (tries === 60) throw new Error('DynamoDB does not answer');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
const put = (id) => call('PutItem', { Item: { pk: { S: id } } });
const get = (id) => call('GetItem', { Key: { pk: { S: id } } });

exports.api = async ({ routeKey, pathParameters, requestContext }) => {
  if (routeKey.startsWith('GET /who')) return requestContext.authorizer.jwt.claims;
  if (routeKey.startsWith('GET /issuer')) return { issuer: process.env.ISSUER_URL };
  if (routeKey.startsWith('GET /scan')) return { statusCode: (await call('Scan', {})).status };
  const { id } = pathParameters;
  const done = routeKey.startsWith('PUT') ? await put(id) : await get(id);
  const found = done.status === 200 && (routeKey.startsWith('PUT') || done.answer.Item);
  return { statusCode: found ? 200 : 404, body: '' };
};
exports.copy = async ({ Records }) => {
  for (const { dynamodb } of Records) await put('copy-' + dynamodb.Keys.pk.S);
};
`;

const lambda = (handler: string): object => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    FunctionName: `notes-${handler}`,
    Runtime: 'nodejs24.x',
    Handler: `index.${handler}`,
    Timeout: 10,
    Code: { S3Bucket: 'assets', S3Key: 'code.zip' },
    Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
    Environment: {
      Variables: {
        NOTES_TABLE_NAME: { Ref: 'Notes' },
        ISSUER_URL: { 'Fn::GetAtt': ['Staff', 'ProviderURL'] },
      },
    },
  },
});

const route = (key: string, scope?: string): object => ({
  Type: 'AWS::ApiGatewayV2::Route',
  Properties: {
    ApiId: { Ref: 'Api' },
    RouteKey: key,
    Target: { 'Fn::Join': ['/', ['integrations', { Ref: 'Integration' }]] },
    ...(scope !== undefined && {
      AuthorizationType: 'JWT',
      AuthorizerId: { Ref: 'Authorizer' },
      AuthorizationScopes: [scope],
    }),
  },
});

const resources: Readonly<Record<string, object>> = {
  Notes: {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    },
  },
  Staff: { Type: 'AWS::Cognito::UserPool' },
  Client: { Type: 'AWS::Cognito::UserPoolClient', Properties: { ClientName: 'desk-web' } },
  Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: { Statement: [] } } },
  Policy: {
    Type: 'AWS::IAM::Policy',
    Properties: {
      PolicyName: 'notes',
      Roles: [{ Ref: 'Role' }],
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: ['dynamodb:PutItem', 'dynamodb:GetItem'],
            Resource: { 'Fn::GetAtt': ['Notes', 'Arn'] },
          },
          {
            Effect: 'Allow',
            Action: [
              'dynamodb:DescribeStream',
              'dynamodb:GetRecords',
              'dynamodb:GetShardIterator',
              'dynamodb:ListStreams',
            ],
            Resource: { 'Fn::GetAtt': ['Notes', 'StreamArn'] },
          },
        ],
      },
    },
  },
  ApiFunction: lambda('api'),
  CopyFunction: lambda('copy'),
  Copies: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      EventSourceArn: { 'Fn::GetAtt': ['Notes', 'StreamArn'] },
      FunctionName: { Ref: 'CopyFunction' },
      StartingPosition: 'TRIM_HORIZON',
      BatchSize: 10,
      MaximumRetryAttempts: 5,
      FilterCriteria: {
        Filters: [
          { Pattern: '{"dynamodb":{"Keys":{"pk":{"S":[{"anything-but":{"prefix":"copy-"}}]}}}}' },
        ],
      },
    },
  },
  Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP' } },
  Stage: { Type: 'AWS::ApiGatewayV2::Stage', Properties: { StageName: '$default' } },
  Authorizer: {
    Type: 'AWS::ApiGatewayV2::Authorizer',
    Properties: {
      Name: 'staff',
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: {
        Issuer: { 'Fn::GetAtt': ['Staff', 'ProviderURL'] },
        Audience: [{ Ref: 'Client' }],
      },
    },
  },
  Integration: {
    Type: 'AWS::ApiGatewayV2::Integration',
    Properties: {
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: { 'Fn::GetAtt': ['ApiFunction', 'Arn'] },
      PayloadFormatVersion: '2.0',
    },
  },
  Permission: {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      Principal: 'apigateway.amazonaws.com',
      FunctionName: { 'Fn::GetAtt': ['ApiFunction', 'Arn'] },
    },
  },
  GetNote: route('GET /notes/{id}'),
  PutNote: route('PUT /notes/{id}'),
  Issuer: route('GET /issuer'),
  Scan: route('GET /scan'),
  Who: route('GET /who', '1022/desk'),
};

/** Writes the assembly to a new folder; `changed` replaces resources. */
export function writeSample(changed: Readonly<Record<string, object>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'assembly-'));
  const write = (name: string, value: unknown) =>
    writeFileSync(join(folder, name), JSON.stringify(value));
  mkdirSync(join(folder, 'asset.code'));
  writeFileSync(join(folder, 'asset.code', 'index.js'), FUNCTION);
  write('Notes.template.json', { Resources: { ...resources, ...changed } });
  write('Notes.assets.json', {
    files: {
      code: { source: { path: 'asset.code' }, destinations: { here: { objectKey: 'code.zip' } } },
    },
  });
  write('manifest.json', {
    artifacts: {
      Notes: {
        type: 'aws:cloudformation:stack',
        properties: { templateFile: 'Notes.template.json', stackName: 'Local-Notes' },
      },
      'Notes.assets': {
        type: 'cdk:asset-manifest',
        properties: { file: 'Notes.assets.json' },
      },
    },
  });
  return folder;
}
