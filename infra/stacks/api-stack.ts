import { CfnOutput, Duration, Stack, Validations } from 'aws-cdk-lib';
import * as gateway from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Route } from '../../shared/contracts/route.ts';
import {
  type EnvironmentOf,
  type FunctionSurroundings,
  HotlineFunction,
} from '../constructs/hotline-function.ts';
import { type ApiFunctionId, apiFunctionIds } from '../functions.ts';
import { timeZoneOf } from '../jurisdiction.ts';
import { routeKey, routesOf } from '../routes.ts';
import { type StageConfig, webhookSecretPrefix } from '../stages.ts';
import type { DataStack } from './data-stack.ts';
import type { EventsStack } from './events-stack.ts';
import type { FilesStack } from './files-stack.ts';
import type { IdentityStack } from './identity-stack.ts';

export interface ApiStackProps extends Omit<FunctionSurroundings, 'arns'> {
  readonly data: DataStack;
  readonly events: EventsStack;
  readonly files: FilesStack;
  readonly identity: IdentityStack;
}

type ApiFunctions = { readonly [Id in ApiFunctionId]: HotlineFunction<Id> };

/** The HTTP API: one route a row of the route tables, one function an audience. */
export class ApiStack extends Stack {
  readonly api: gateway.HttpApi;
  readonly functions: ApiFunctions;

  constructor(scope: Construct, props: ApiStackProps) {
    super(scope, `${props.stage.title}-Api`);
    this.functions = this.createFunctions(props);
    this.api = new gateway.HttpApi(this, 'Api', {
      apiName: `1022-${props.stage.id}`,
      description: 'The 1022 hotline: desk, departments, citizens, managers',
      createDefaultStage: false,
      corsPreflight: corsOf(props.stage),
    });
    const routes = this.addRoutes(props.identity);
    this.addStage(props.stage, routes);
    new CfnOutput(this, 'ApiAddress', { value: this.api.apiEndpoint });
  }

  private createFunctions(props: ApiStackProps): ApiFunctions {
    const { data, files } = props;
    const deliveries = props.events.deliveries.queue;
    const arns = { ...data.arns, ...files.arns, deliveries: deliveries.queueArn };
    const make = <Id extends ApiFunctionId>(id: Id, environment: NoInfer<EnvironmentOf<Id>>) =>
      new HotlineFunction(this, { ...props, arns, id, environment });
    const common = { JURISDICTION_ID: props.stage.jurisdictionId };
    const cases = { CASES_TABLE_NAME: data.cases.tableName };
    const directory = { DIRECTORY_TABLE_NAME: data.directory.tableName };
    const learning = { LEARNING_BUCKET_NAME: data.learning.bucketName };
    const keys = { DATA_KEY_ID: data.dataKey.keyArn, PEPPER_SECRET_ID: data.pepper.secretArn };
    return {
      desk: make('desk', { ...common, ...cases, ...directory, ...keys }),
      department: make('department', { ...common, ...cases, ...directory, ...keys }),
      connection: make('connection', {
        ...common,
        ...directory,
        WEBHOOK_SECRET_PREFIX: webhookSecretPrefix(props.stage),
        WEBHOOK_PRIVATE_HOSTS: props.stage.webhookPrivateHosts,
        DELIVERIES_QUEUE_URL: deliveries.queueUrl,
      }),
      statistics: make('statistics', {
        ...common,
        ...directory,
        ...cases,
        STATISTICS_TABLE_NAME: data.statistics.tableName,
        PEPPER_SECRET_ID: keys.PEPPER_SECRET_ID,
      }),
      exports: make('exports', {
        ...common,
        ...directory,
        STATISTICS_TABLE_NAME: data.statistics.tableName,
        FILES_BUCKET_NAME: files.bucket.bucketName,
        EXPORTS_QUEUE_URL: files.exports.queue.queueUrl,
        PEPPER_SECRET_ID: keys.PEPPER_SECRET_ID,
      }),
      reports: make('reports', {
        ...common,
        ...directory,
        STATISTICS_TABLE_NAME: data.statistics.tableName,
      }),
      directory: make('directory', { ...common, ...cases, ...directory }),
      drafts: make('drafts', { ...common, ...cases, ...directory, ...keys, ...learning }),
      rules: make('rules', { ...common, ...cases, ...directory, ...keys, ...learning }),
      citizen: make('citizen', { ...common, ...cases, ...directory, ...keys }),
      'open-data': make('open-data', { ...common, FILES_BUCKET_NAME: files.bucket.bucketName }),
      reference: make('reference', {
        ...common,
        ISSUER_URL: props.identity.pool.userPoolProviderUrl,
        DOCS_CLIENT_ID: props.identity.docsClient.userPoolClientId,
        WEB_CLIENT_ID: props.identity.webClient.userPoolClientId,
        SIGN_OUT_URL: `${props.identity.domain.baseUrl()}/logout`,
        TIME_ZONE: timeZoneOf(props.stage.jurisdictionId),
      }),
    };
  }

  private addRoutes({ pool, clients }: IdentityStack): readonly gateway.HttpRoute[] {
    const authorizer = new HttpJwtAuthorizer('Staff', pool.userPoolProviderUrl, {
      authorizerName: 'staff',
      // An access token of Cognito carries its client where others carry the audience.
      jwtAudience: clients.map(({ userPoolClientId }) => userPoolClientId),
    });
    return apiFunctionIds.flatMap((id) => {
      const integration = new HttpLambdaIntegration(id, this.functions[id].lambda, {
        // One permission for the whole API: one a route would outgrow the function's policy (20 kB).
        scopePermissionToRoute: false,
      });
      return routesOf[id].map((route) => this.addRoute(route, { authorizer, integration }));
    });
  }

  private addRoute(
    route: Route,
    {
      authorizer,
      integration,
    }: { readonly authorizer: HttpJwtAuthorizer; readonly integration: HttpLambdaIntegration },
  ): gateway.HttpRoute {
    const made = new gateway.HttpRoute(this, route.operation, {
      httpApi: this.api,
      integration,
      routeKey: gateway.HttpRouteKey.with(route.path, gateway.HttpMethod[route.method]),
      ...(route.scope !== null && { authorizer, authorizationScopes: [route.scope] }),
    });
    if (route.scope === null)
      Validations.of(made).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason:
          'Public by its row in the route table: a citizen has a tracking code and no account; open data and the reference are for everybody.',
      });
    return made;
  }

  private addStage(stage: StageConfig, routes: readonly gateway.HttpRoute[]): void {
    const accessLog = new LogGroup(this, 'AccessLog', {
      logGroupName: `/1022/${stage.id}/api-access`,
      retention: stage.logRetention,
      removalPolicy: stage.removalPolicy,
    });
    const made = new gateway.HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: stage.throttle,
      detailedMetricsEnabled: true,
      accessLogSettings: {
        destination: new gateway.LogGroupLogDestination(accessLog),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    });
    const resource = made.node.defaultChild as gateway.CfnStage;
    resource.routeSettings = Object.fromEntries(
      [...routesOf.citizen, ...routesOf['open-data']].map((route) => [
        routeKey(route),
        {
          ThrottlingRateLimit: stage.citizenThrottle.rateLimit,
          ThrottlingBurstLimit: stage.citizenThrottle.burstLimit,
          DetailedMetricsEnabled: true,
        },
      ]),
    );
    // API Gateway refuses settings of a route that is not there yet.
    made.node.addDependency(...routes);
  }
}

/** Ids only: a path would hold tracking codes, and an address of the network is personal data. */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  functionLatencyMs: '$context.integrationLatency',
  responseBytes: '$context.responseLength',
  clientId: '$context.authorizer.claims.client_id',
  subject: '$context.authorizer.claims.sub',
  refusal: '$context.error.responseType',
} as const;

const corsOf = ({ webOrigin }: StageConfig): gateway.CorsPreflightOptions => ({
  allowOrigins: [webOrigin],
  allowMethods: [
    gateway.CorsHttpMethod.GET,
    gateway.CorsHttpMethod.POST,
    gateway.CorsHttpMethod.PUT,
  ],
  allowHeaders: ['authorization', 'content-type', 'if-match', 'if-none-match', 'idempotency-key'],
  exposeHeaders: ['etag', 'location'],
  maxAge: Duration.hours(1),
});
