import { statSync } from 'node:fs';
import { join } from 'node:path';
import {
  BatchWriteItemCommand,
  CreateTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { afterEach, describe, expect, it } from 'vitest';
import {
  aFunction,
  anEmulator,
  anEndpoint,
  arn,
  cleanUps,
  clientAs,
  getArn,
  resourcesOf,
  type TemplateParts,
  temporaryFolder,
} from './test-host.ts';

const cleanUp = cleanUps();
afterEach(cleanUp.run);

const key = (name: string, type = 'HASH') => ({ AttributeName: name, KeyType: type });
const table: TemplateParts = {
  Cases: {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      TableName: 'cases',
      KeySchema: [key('pk'), key('sk', 'RANGE')],
      GlobalSecondaryIndexes: [{ IndexName: 'due', KeySchema: [key('dpk')] }],
    },
  },
};
const item = (pk: string) => ({ pk: { S: pk }, sk: { S: 'head' } });
const put = (pk: string) => new PutItemCommand({ TableName: 'cases', Item: item(pk) });

async function withTable(...statements: readonly Record<string, unknown>[]) {
  const { url: dynamodbUrl } = await anEmulator(cleanUp);
  const resources = resourcesOf({ ...table, ...aFunction('desk', ...statements) });
  const endpoint = await anEndpoint(cleanUp, { resources, dynamodbUrl });
  const clientOf = (name: string) => new DynamoDBClient(clientAs(name, endpoint));
  const operator = clientOf('operator');
  await operator.send(
    new CreateTableCommand({
      TableName: 'cases',
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [key('pk') as never, key('sk', 'RANGE') as never],
      AttributeDefinitions: ['pk', 'sk', 'dpk'].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      GlobalSecondaryIndexes: [
        {
          IndexName: 'due',
          KeySchema: [key('dpk') as never],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  );
  return { endpoint, operator, clientOf, desk: clientOf('desk') };
}

describe('DynamoDB through the endpoint', () => {
  it('answers what the emulator answers', async () => {
    const { operator } = await withTable();
    await operator.send(put('a'));
    const found = await operator.send(
      new GetItemCommand({
        TableName: 'cases',
        Key: item('a'),
        ReturnConsumedCapacity: 'TOTAL',
      }),
    );
    expect(found.Item).toEqual(item('a'));
    expect(found.ConsumedCapacity?.CapacityUnits).toBe(0.5);
  });

  it("passes the emulator's refusals on", async () => {
    const { operator } = await withTable();
    await operator.send(put('a'));
    const once = new PutItemCommand({
      TableName: 'cases',
      Item: item('a'),
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    await expect(operator.send(once)).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
      Item: item('a'),
    });
  });

  it('lets a function do what its role allows and nothing else', async () => {
    const { desk, endpoint } = await withTable({
      Action: 'dynamodb:PutItem',
      Resource: getArn('Cases'),
    });
    await desk.send(put('a'));
    const read = desk.send(new GetItemCommand({ TableName: 'cases', Key: item('a') }));
    await expect(read).rejects.toMatchObject({
      name: 'AccessDeniedException',
      $metadata: { httpStatusCode: 400 },
      message: expect.stringContaining(
        `perform: dynamodb:GetItem on resource: ${arn('dynamodb', 'table/cases')}`,
      ) as string,
    });
    expect(endpoint.denials()).toMatchObject([
      { functionName: 'desk', action: 'dynamodb:GetItem' },
    ]);
    expect(endpoint.unusedGrants()).toEqual([]);
  });

  it('asks for the action of each item of a transaction', async () => {
    const { desk } = await withTable({ Action: 'dynamodb:PutItem', Resource: getArn('Cases') });
    const Put = { TableName: 'cases', Item: item('a') };
    const ConditionCheck = {
      TableName: 'cases',
      Key: item('b'),
      ConditionExpression: 'attribute_not_exists(pk)',
    };
    await desk.send(new TransactWriteItemsCommand({ TransactItems: [{ Put }] }));
    const both = new TransactWriteItemsCommand({ TransactItems: [{ Put }, { ConditionCheck }] });
    await expect(desk.send(both)).rejects.toThrow('dynamodb:ConditionCheckItem');
  });

  it('asks for the index of a query', async () => {
    const { desk } = await withTable({ Action: 'dynamodb:Query', Resource: getArn('Cases') });
    const query = (IndexName?: string) =>
      new QueryCommand({
        TableName: 'cases',
        ...(IndexName === undefined ? {} : { IndexName }),
        KeyConditionExpression: `${IndexName === undefined ? 'pk' : 'dpk'} = :v`,
        ExpressionAttributeValues: { ':v': { S: 'a' } },
      });
    await desk.send(query());
    await expect(desk.send(query('due'))).rejects.toThrow('table/cases/index/due');
  });

  it('holds leading keys of items, keys, batches and queries against the policy', async () => {
    const { desk } = await withTable({
      Action: 'dynamodb:*',
      Resource: [getArn('Cases'), arn('dynamodb', 'table/cases/index/*')],
      Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['binh-duong#*'] } },
    });
    const query = (value: string) =>
      new QueryCommand({
        TableName: 'cases',
        KeyConditionExpression: '#p = :v AND begins_with(sk, :s)',
        ExpressionAttributeNames: { '#p': 'pk' },
        ExpressionAttributeValues: { ':v': { S: value }, ':s': { S: 'h' } },
      });
    const batch = (...keys: string[]) =>
      new BatchWriteItemCommand({
        RequestItems: { cases: keys.map((pk) => ({ PutRequest: { Item: item(pk) } })) },
      });
    const commands = [put, query, batch] as ((pk: string) => PutItemCommand)[];
    for (const command of commands) {
      await desk.send(command('binh-duong#1'));
      await expect(desk.send(command('hue#1'))).rejects.toThrow('not authorized');
    }
    await expect(desk.send(batch('binh-duong#1', 'hue#1'))).rejects.toThrow('not authorized');
  });

  it('knows nobody but the functions and the operator', async () => {
    const { clientOf } = await withTable();
    await expect(clientOf('somebody').send(put('a'))).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    });
  });

  it('tells listeners which tables were written, once they are', async () => {
    const { endpoint, operator } = await withTable();
    const written: (readonly string[])[] = [];
    endpoint.onWrite((tables) => written.push(tables));
    await operator.send(put('a'));
    await operator.send(new GetItemCommand({ TableName: 'cases', Key: item('a') }));
    expect(written).toEqual([['cases']]);
  });

  it('survives the end of the emulator', async () => {
    const emulator = await anEmulator(cleanUp);
    const endpoint = await anEndpoint(cleanUp, {
      resources: resourcesOf({}),
      dynamodbUrl: emulator.url,
    });
    await emulator.close();
    const client = new DynamoDBClient(clientAs('operator', endpoint));
    await expect(client.send(put('a'))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 500 },
    });
  });
});

describe('KMS', () => {
  const setup = (dir = temporaryFolder(cleanUp)) => {
    const resources = resourcesOf({
      Key: { Type: 'AWS::KMS::Key' },
      Name: {
        Type: 'AWS::KMS::Alias',
        Properties: { AliasName: 'alias/cases', TargetKeyId: getArn('Key') },
      },
      ...aFunction('desk', {
        Action: ['kms:GenerateDataKey', 'kms:Decrypt'],
        Resource: getArn('Key'),
        Condition: { StringEquals: { 'kms:EncryptionContext:purpose': 'personal' } },
      }),
    });
    const keyId = resources.ofType('AWS::KMS::Key')[0]!.ref;
    return { dir, keyId, start: () => anEndpoint(cleanUp, { resources, dir }) };
  };
  const context = { purpose: 'personal', caseId: '1' };

  it('wraps data keys that only the same context unwraps', async () => {
    const { keyId, start } = setup();
    const client = new KMSClient(clientAs('desk', await start()));
    const made = await client.send(
      new GenerateDataKeyCommand({ KeyId: keyId, KeySpec: 'AES_256', EncryptionContext: context }),
    );
    expect(made.Plaintext).toHaveLength(32);
    const decrypt = (EncryptionContext: Record<string, string>) =>
      client.send(new DecryptCommand({ CiphertextBlob: made.CiphertextBlob, EncryptionContext }));
    const opened = await decrypt({ caseId: '1', purpose: 'personal' });
    expect(opened.Plaintext).toEqual(made.Plaintext);
    expect(opened.KeyId).toBe(arn('kms', `key/${keyId}`));
    await expect(decrypt({ ...context, caseId: '2' })).rejects.toMatchObject({
      name: 'InvalidCiphertextException',
    });
    await expect(decrypt({ purpose: 'other' })).rejects.toThrow('kms:Decrypt');
  });

  it('keeps its keys over a restart, in a file for its owner only', async () => {
    const { dir, start } = setup();
    const first = await start();
    const made = await new KMSClient(clientAs('operator', first)).send(
      new GenerateDataKeyCommand({ KeyId: 'alias/cases', NumberOfBytes: 16 }),
    );
    await first.close();
    expect(statSync(join(dir, 'kms-keys.json')).mode & 0o777).toBe(0o600);
    const opened = await new KMSClient(clientAs('operator', await start())).send(
      new DecryptCommand({ CiphertextBlob: made.CiphertextBlob }),
    );
    expect(opened.Plaintext).toEqual(made.Plaintext);
  });

  it('knows no key but those of the templates', async () => {
    const client = new KMSClient(clientAs('operator', await setup().start()));
    const ask = new GenerateDataKeyCommand({ KeyId: 'other', KeySpec: 'AES_256' });
    await expect(client.send(ask)).rejects.toMatchObject({ name: 'NotFoundException' });
    const broken = new DecryptCommand({ CiphertextBlob: Buffer.from('nonsense') });
    await expect(client.send(broken)).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
  });
});

describe('Secrets Manager', () => {
  async function setup(dir = temporaryFolder(cleanUp)) {
    const resources = resourcesOf({
      Pepper: {
        Type: 'AWS::SecretsManager::Secret',
        Properties: { GenerateSecretString: { PasswordLength: 48, ExcludePunctuation: true } },
      },
      ...aFunction(
        'desk',
        { Action: 'secretsmanager:GetSecretValue', Resource: { Ref: 'Pepper' } },
        {
          Action: 'secretsmanager:*',
          Resource: arn('secretsmanager', 'secret:1022/webhook/*'),
        },
      ),
    });
    const endpoint = await anEndpoint(cleanUp, { resources, dir });
    const client = new SecretsManagerClient(clientAs('desk', endpoint));
    const pepper = resources.ofType('AWS::SecretsManager::Secret')[0]!.ref;
    const read = (SecretId: string, VersionStage?: string) =>
      client.send(
        new GetSecretValueCommand({ SecretId, ...(VersionStage ? { VersionStage } : {}) }),
      );
    return { dir, endpoint, client, pepper, read };
  }

  it('makes a generated secret once', async () => {
    const first = await setup();
    const { SecretString: made } = await first.read(first.pepper);
    expect(made).toMatch(/^[A-Za-z0-9]{48}$/);
    await first.endpoint.close();
    const second = await setup(first.dir);
    expect((await second.read(second.pepper)).SecretString).toBe(made);
    expect(statSync(join(first.dir, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('keeps the previous value when a secret is rotated', async () => {
    const { client, read } = await setup();
    const Name = '1022/webhook/TNMT';
    await client.send(new CreateSecretCommand({ Name, SecretString: 'one' }));
    await expect(read(Name, 'AWSPREVIOUS')).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    const put = await client.send(
      new PutSecretValueCommand({ SecretId: Name, SecretString: 'two' }),
    );
    expect((await read(Name)).SecretString).toBe('two');
    expect((await read(Name, 'AWSPREVIOUS')).SecretString).toBe('one');
    const described = await client.send(new DescribeSecretCommand({ SecretId: put.ARN }));
    expect(Object.values(described.VersionIdsToStages ?? {}).sort()).toEqual([
      ['AWSCURRENT'],
      ['AWSPREVIOUS'],
    ]);
    expect(described.CreatedDate).toBeInstanceOf(Date);
  });

  it('takes a repeated rotation once, and refuses its token for another value', async () => {
    const { client, read } = await setup();
    const SecretId = '1022/webhook/TNMT';
    await client.send(new CreateSecretCommand({ Name: SecretId, SecretString: 'one' }));
    const rotate = (SecretString: string) =>
      client.send(
        new PutSecretValueCommand({
          SecretId,
          SecretString,
          ClientRequestToken: 'a'.repeat(32),
        }),
      );
    await rotate('two');
    await rotate('two');
    expect((await read(SecretId, 'AWSPREVIOUS')).SecretString).toBe('one');
    await expect(rotate('three')).rejects.toMatchObject({ name: 'ResourceExistsException' });
  });

  it('hides a secret that waits for its deletion, and forgets one that does not', async () => {
    const { client, read } = await setup();
    const SecretId = '1022/webhook/TNMT';
    await client.send(new CreateSecretCommand({ Name: SecretId, SecretString: 'one' }));
    await client.send(new DeleteSecretCommand({ SecretId }));
    await expect(read(SecretId)).rejects.toMatchObject({ name: 'InvalidRequestException' });
    await client.send(new DeleteSecretCommand({ SecretId, ForceDeleteWithoutRecovery: true }));
    await expect(read(SecretId)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('gives no other secret, whether there is one or not', async () => {
    const { read } = await setup();
    await expect(read('other')).rejects.toThrow('secretsmanager:GetSecretValue');
  });
});

describe('the endpoint', () => {
  it('says what it does not play', async () => {
    const endpoint = await anEndpoint(cleanUp, { resources: resourcesOf({}) });
    const ask = (headers: Record<string, string>) =>
      fetch(endpoint.url, { method: 'POST', headers, body: '{}' });
    const authorization = 'AWS4-HMAC-SHA256 Credential=operator/20260101/x/sns/aws4_request';
    const unknown = await ask({ authorization, 'x-amz-target': 'SNS.Publish' });
    expect([unknown.status, await unknown.json()]).toMatchObject([
      400,
      {
        __type: 'UnknownOperationException',
        message: expect.stringContaining('SNS.Publish') as string,
      },
    ]);
    const unsigned = await ask({ 'x-amz-target': 'AmazonSQS.ListQueues' });
    expect(await unsigned.json()).toMatchObject({ __type: 'MissingAuthenticationTokenException' });
  });
});
