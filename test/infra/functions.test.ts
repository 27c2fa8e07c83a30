import { existsSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { functionCatalogue, functionIds } from '../../infra/functions.ts';
import { functionGrants } from '../../infra/grants.ts';
import { createAccess } from '../../local/iam/access.ts';
import { synthesise } from '../support/hotline-templates.ts';

const hotline = synthesise('prod');
afterAll(() => hotline.close());

const bucketNamed = (part: string) =>
  hotline.resources.ofType('AWS::S3::Bucket').find(({ name }) => name.includes(part))!;

/** Whether a function may do that with an object of the jurisdiction in the bucket. */
function objectsOf(bucketName: string) {
  const access = createAccess(hotline.resources);
  const { arn } = bucketNamed(bucketName);
  return (id: string, action: string, path: string): boolean =>
    access.check(access.principal(`1022-prod-${id}`)!, [
      { action: `s3:${action}`, resource: `${arn!}/binh-duong/${path}` },
    ]) === undefined;
}

interface Statement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: string | string[];
}
const many = (value: string | string[]) => (typeof value === 'string' ? [value] : value);

/** Every statement of the function's role: inline and attached. */
const statementsOf = (id: (typeof functionIds)[number]): readonly Statement[] => {
  const roleArn = hotline.functionOf(id).properties['Role'];
  const role = hotline.resources.ofType('AWS::IAM::Role').find(({ arn }) => arn === roleArn)!;
  const documents = [
    ...((role.properties['Policies'] ?? []) as { PolicyDocument: unknown }[]),
    ...hotline.resources
      .ofType('AWS::IAM::Policy')
      .map(({ properties }) => properties as { Roles: string[]; PolicyDocument: unknown })
      .filter(({ Roles }) => Roles.includes(role.name)),
  ];
  return documents.flatMap(
    ({ PolicyDocument }) => (PolicyDocument as { Statement: Statement[] }).Statement,
  );
};

describe('each function', () => {
  it('is one that the catalogue names, and all of them are there', () => {
    const names = hotline.resources.ofType('AWS::Lambda::Function').map(({ name }) => name);
    expect(names.toSorted()).toEqual(functionIds.map((id) => `1022-prod-${id}`).toSorted());
  });

  it.each(functionIds)('%s is built from a file that exists', (id) => {
    expect(existsSync(functionCatalogue[id].entry)).toBe(true);
  });

  it.each(functionIds)('%s runs on arm64 and Node 24 with traces and its own log', (id) => {
    const { properties } = hotline.functionOf(id);
    expect(properties).toMatchObject({
      Architectures: ['arm64'],
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      MemorySize: 1_024,
      Timeout: functionCatalogue[id].timeoutSeconds,
      TracingConfig: { Mode: 'Active' },
      LoggingConfig: { LogGroup: `/aws/lambda/1022-prod-${id}`, LogFormat: 'JSON' },
    });
  });

  it.each(functionIds)('%s gets an environment that its own schema accepts, and no more', (id) => {
    const { Environment } = hotline.functionOf(id).properties as {
      Environment: { Variables: Record<string, string> };
    };
    expect(functionCatalogue[id].env.strict().safeParse(Environment.Variables)).toMatchObject({
      success: true,
    });
  });
});

describe('the role of each function', () => {
  it('is its own', () => {
    const roles = functionIds.map((id) => hotline.functionOf(id).properties['Role']);
    expect(new Set(roles).size).toBe(functionIds.length);
  });

  it('has no policy of AWS', () => {
    for (const { properties } of hotline.resources.ofType('AWS::IAM::Role'))
      expect(properties['ManagedPolicyArns']).toBeUndefined();
  });

  it.each(functionIds)('%s: allows no action by wildcard, and no resource but for traces', (id) => {
    for (const { Action, Resource } of statementsOf(id)) {
      const actions = many(Action);
      expect(actions.filter((action) => action.includes('*'))).toEqual([]);
      const isTraces = actions.every((action) => action.startsWith('xray:'));
      const wild = many(Resource).filter(
        (resource) => resource.includes('*') && !resource.includes(':log-group:'),
      );
      // A department's secret and what is learned are made when the system runs.
      const known = wild.filter((one) =>
        /:secret:1022\/prod\/webhook\/\*$|:1022-prod-(learning|files)-\d+\/binh-duong\/[a-z-]+\/\*$/.test(
          one,
        ),
      );
      expect(isTraces ? wild : wild.filter((one) => !known.includes(one))).toEqual(
        isTraces ? ['*'] : [],
      );
    }
  });

  it.each(functionIds)('%s: holds what the table of grants says, and nothing else', (id) => {
    const actions = statementsOf(id)
      .filter(({ Sid }) => Sid !== undefined && Sid !== 'Log')
      .flatMap(({ Action }) => many(Action));
    // Nobody gives a second opinion unless the deployment names a model.
    const { 'second-opinion': _, ...always } = functionGrants[id];
    const granted = Object.values(always).flat();
    expect(actions.toSorted()).toEqual([...granted].toSorted());
    const others = statementsOf(id)
      .filter(({ Sid }) => Sid === undefined || Sid === 'Log')
      .flatMap(({ Action }) => many(Action));
    expect(others.toSorted()).toEqual([
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      'xray:PutTelemetryRecords',
      'xray:PutTraceSegments',
    ]);
  });
});

describe('what is learned', () => {
  const may = objectsOf('-learning-');

  it('is made of words by one function and made into models by another', () => {
    expect(may('collect-examples', 'PutObject', 'examples/1.json')).toBe(true);
    expect(may('collect-examples', 'GetObject', 'examples/1.json')).toBe(false);
    expect(may('collect-examples', 'PutObject', 'models/m1.bin')).toBe(false);
    expect(may('retrain-classifier', 'PutObject', 'models/m1.bin')).toBe(true);
    expect(may('retrain-classifier', 'PutObject', 'examples/1.json')).toBe(false);
    expect(functionGrants['retrain-classifier']).not.toHaveProperty('cases');
    expect(functionGrants['retrain-classifier']).not.toHaveProperty('data-key');
    // The secret under which an example is named: who has it finds its case.
    expect(functionGrants['collect-examples']).toHaveProperty('pepper');
    expect(functionGrants['retrain-classifier']).not.toHaveProperty('pepper');
  });

  it('is read by drafts, which write nothing, and put in force by who may not write a model', () => {
    expect(may('drafts', 'GetObject', 'models/m1.bin')).toBe(true);
    expect(may('drafts', 'GetObject', 'examples/1.json')).toBe(false);
    expect(may('drafts', 'PutObject', 'current.json')).toBe(false);
    expect(may('rules', 'PutObject', 'current.json')).toBe(true);
    expect(may('rules', 'PutObject', 'models/m1.bin')).toBe(false);
    expect(may('desk', 'GetObject', 'current.json')).toBe(false);
  });
});

describe('files of cases', () => {
  const may = objectsOf('-files-');

  it('are written by one function, which can open nothing that is sealed, and fetched by links of another', () => {
    expect(may('export-cases', 'PutObject', 'files/o/e.csv')).toBe(true);
    expect(may('exports', 'PutObject', 'files/o/e.csv')).toBe(false);
    expect(may('exports', 'GetObject', 'files/o/e.csv')).toBe(true);
    for (const id of ['desk', 'citizen', 'statistics', 'department'])
      expect(may(id, 'GetObject', 'files/o/e.csv')).toBe(false);
    expect(functionGrants['export-cases']).not.toHaveProperty('data-key');
    expect(functionGrants.exports).not.toHaveProperty('cases');
  });
});

describe('the monthly report', () => {
  const access = createAccess(hotline.resources);
  const may = (action: string, table: string): boolean => {
    const { arn } = hotline.resources
      .ofType('AWS::DynamoDB::Table')
      .find(({ logicalId }) => logicalId.startsWith(table))!;
    const asked = { action: `dynamodb:${action}`, resource: arn! };
    return access.check(access.principal('1022-prod-reports')!, [asked]) === undefined;
  };

  it('is written by one that reads figures and names, sees no case, and keeps nothing', () => {
    expect(may('Query', 'statistics')).toBe(true);
    expect(may('GetItem', 'directory')).toBe(true);
    for (const action of ['GetItem', 'Query', 'BatchGetItem', 'PutItem'])
      expect(may(action, 'cases')).toBe(false);
    for (const action of ['PutItem', 'UpdateItem', 'DeleteItem'])
      for (const table of ['statistics', 'directory']) expect(may(action, table)).toBe(false);
    expect(Object.keys(functionGrants.reports)).toEqual(['statistics', 'directory']);
  });
});

describe('open data', () => {
  const may = objectsOf('-files-');

  it('are made by a function that can read no case, and given out by one that can read nothing else', () => {
    expect(may('publish-open-data', 'PutObject', 'open/2020-03/1-cases.csv')).toBe(true);
    expect(may('publish-open-data', 'GetObject', 'files/o/e.csv')).toBe(false);
    for (const target of ['cases', 'data-key', 'pepper'])
      expect(functionGrants['publish-open-data']).not.toHaveProperty(target);
    expect(may('open-data', 'GetObject', 'open/index.json')).toBe(true);
    expect(may('open-data', 'PutObject', 'open/index.json')).toBe(false);
    expect(may('publish-open-data', 'PutObject', 'open-work/work.json')).toBe(true);
    expect(may('open-data', 'GetObject', 'open-work/work.json')).toBe(false);
    expect(may('open-data', 'GetObject', 'files/o/e.csv')).toBe(false);
    expect(may('open-data', 'GetObject', 'exports/o/e.json')).toBe(false);
    expect(Object.keys(functionGrants['open-data'])).toEqual(['files', 'files/open']);
  });

  it('are kept for good', () => {
    const { LifecycleConfiguration } = bucketNamed('-files-').properties as {
      LifecycleConfiguration: { Rules: { Prefix?: string; ExpirationInDays?: number }[] };
    };
    const expiring = LifecycleConfiguration.Rules.filter(
      ({ ExpirationInDays }) => ExpirationInDays !== undefined,
    );
    expect(expiring.length).toBeGreaterThan(0);
    for (const { Prefix } of expiring) expect(Prefix).toMatch(/^binh-duong\/(exports|files)\/$/);
  });
});

describe('the calendar in the directory', () => {
  const table = hotline.resources
    .ofType('AWS::DynamoDB::Table')
    .find(({ logicalId }) => logicalId.startsWith('directory'))!;
  const access = createAccess(hotline.resources);
  const asks = (id: string, action: string, ...keys: string[]) =>
    access.check(access.principal(`1022-prod-${id}`)!, [
      {
        action: `dynamodb:${action}`,
        resource: table.arn!,
        context: new Map(keys.length === 0 ? [] : [['dynamodb:leadingkeys', keys]]),
      },
    ])?.action;

  it.each([
    'citizen',
    'project-statistics',
    'close-unjudged',
    'propose-intake',
    'sweep-deadlines',
    'move-deadlines',
    'check-calendar',
    'watch-figures',
    'reconcile-statistics',
  ])('is all of it that %s may read, and it may write none of it', (id) => {
    expect(asks(id, 'GetItem', 'binh-duong#calendar')).toBeUndefined();
    expect(asks(id, 'GetItem', 'binh-duong#staff')).toBe('dynamodb:GetItem');
    expect(asks(id, 'GetItem')).toBe('dynamodb:GetItem');
    expect(asks(id, 'PutItem', 'binh-duong#calendar')).toBe('dynamodb:PutItem');
  });

  it('has a row beside it in which the moving of deadlines keeps its place', () => {
    expect(asks('move-deadlines', 'PutItem', 'binh-duong#moving')).toBeUndefined();
    expect(asks('sweep-deadlines', 'PutItem', 'binh-duong#moving')).toBe('dynamodb:PutItem');
  });

  it('has the log of deliveries beside it, written where they are sent and read by departments', () => {
    const log = 'binh-duong#delivery-log#SGTVT';
    expect(asks('deliver-to-department', 'PutItem', log)).toBeUndefined();
    expect(asks('deliver-to-department', 'PutItem', 'binh-duong#delivery')).toBe(
      'dynamodb:PutItem',
    );
    expect(asks('deliver-to-department', 'PutItem', 'hue#delivery-log#SGTVT')).toBe(
      'dynamodb:PutItem',
    );
    expect(asks('connection', 'Query', log)).toBeUndefined();
    expect(asks('department', 'Query', log)).toBe('dynamodb:Query');
    expect(asks('connection', 'Query', 'binh-duong#staff')).toBe('dynamodb:Query');
    expect(asks('connection', 'PutItem', log)).toBe('dynamodb:PutItem');
  });

  it('has alerts beside it, raised where figures are looked at and acknowledged where they are read', () => {
    const alerts = 'binh-duong#alerts';
    expect(asks('watch-figures', 'PutItem', alerts)).toBeUndefined();
    expect(asks('statistics', 'PutItem', alerts)).toBe('dynamodb:PutItem');
    expect(asks('statistics', 'UpdateItem', alerts)).toBeUndefined();
    expect(asks('statistics', 'UpdateItem', 'binh-duong#staff')).toBe('dynamodb:UpdateItem');
    expect(asks('statistics', 'PutItem', 'binh-duong#audit#alert')).toBeUndefined();
    expect(asks('statistics', 'PutItem', 'binh-duong#audit#staff')).toBe('dynamodb:PutItem');
  });

  it('is published by the directory alone', () => {
    const publishers = functionIds.filter(
      (id) =>
        asks(id, 'PutItem', 'binh-duong#calendar') === undefined &&
        asks(id, 'GetItem', 'binh-duong#calendar') === undefined,
    );
    expect(publishers).toEqual(['directory']);
  });
});

describe('a second opinion', () => {
  const asks = (model: string, asked: string) => {
    const named = synthesise('prod', {
      environment: { SECOND_OPINION_MODEL_ID: model },
    });
    const access = createAccess(named.resources);
    const resource = `arn:aws:bedrock:ap-southeast-1::foundation-model/${asked}`;
    const allowed = functionIds.filter(
      (id) =>
        access.check(access.principal(`1022-prod-${id}`)!, [
          { action: 'bedrock:InvokeModel', resource },
        ]) === undefined,
    );
    named.close();
    return allowed;
  };

  it('may be asked of the model that the deployment names, by one function', () => {
    expect(asks('small.model-v1:0', 'small.model-v1:0')).toEqual(['propose-intake']);
    expect(asks('small.model-v1:0', 'large.model-v1:0')).toEqual([]);
  });

  it('may be asked of nobody where it names none', () =>
    expect(asks('', 'small.model-v1:0')).toEqual([]));
});

describe('a grant that was taken away', () => {
  it('is missing in the templates, and the checker names the action', () => {
    const { cases = [] } = functionGrants.desk;
    const desk = {
      ...functionGrants.desk,
      cases: cases.filter((action) => action !== 'dynamodb:PutItem'),
    };
    const narrower = synthesise('local', { grants: { ...functionGrants, desk } });
    const access = createAccess(narrower.resources);
    const table = narrower.resources
      .ofType('AWS::DynamoDB::Table')
      .find(({ logicalId }) => logicalId.startsWith('cases'))!;
    const principal = access.principal('1022-local-desk')!;
    const put = { action: 'dynamodb:PutItem', resource: table.arn! };
    expect(access.check(principal, [put])).toMatchObject({ action: 'dynamodb:PutItem' });
    const get = { action: 'dynamodb:GetItem', resource: table.arn! };
    expect(access.check(principal, [get])).toBeUndefined();
    narrower.close();
  });
});
