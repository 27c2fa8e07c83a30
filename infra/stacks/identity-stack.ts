import { CfnOutput, Duration, Stack, Validations } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { type Scope, SCOPES } from '../../shared/contracts/route.ts';
import { departmentCodes } from '../jurisdiction.ts';
import type { StageConfig } from '../stages.ts';

/** One Cognito group a role of shared/domain/actor.ts; what a person may do is in our own records, by subject. */
export const ROLE_GROUPS = [
  'agent',
  'supervisor',
  'officer',
  'department_lead',
  'manager',
  'admin',
  'auditor',
] as const;

/** Quota of API Gateway: clients whose tokens one authorizer accepts. */
const AUDIENCE_LIMIT = 50;
const RESOURCE_SERVER = '1022';

/** Who may sign in: people through the hosted pages, departments' systems with a client of their own. */
export class IdentityStack extends Stack {
  readonly pool: cognito.UserPool;
  readonly domain: cognito.UserPoolDomain;
  readonly webClient: cognito.UserPoolClient;
  readonly docsClient: cognito.UserPoolClient;
  /** Everybody whose access tokens the API accepts. */
  readonly clients: readonly cognito.UserPoolClient[];
  private readonly resourceServer: cognito.UserPoolResourceServer;
  private readonly scopes: ReadonlyMap<Scope, cognito.OAuthScope>;

  constructor(scope: Construct, stage: StageConfig) {
    super(scope, `${stage.title}-Identity`);
    this.pool = this.createPool(stage);
    for (const groupName of ROLE_GROUPS) this.pool.addGroup(`Group-${groupName}`, { groupName });
    const scopes = SCOPES.map((name) => ({ name, declared: declaredScope(name) }));
    this.resourceServer = this.pool.addResourceServer('ResourceServer', {
      identifier: RESOURCE_SERVER,
      scopes: scopes.map(({ declared }) => declared),
    });
    this.scopes = new Map(
      scopes.map(({ name, declared }) => [
        name,
        cognito.OAuthScope.resourceServer(this.resourceServer, declared),
      ]),
    );
    this.domain = this.pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: stage.signInDomainPrefix },
    });
    const { webOrigin } = stage;
    this.webClient = this.addPublicClient('desk-web', {
      callbackUrls: [`${webOrigin}/signed-in`],
      logoutUrls: [`${webOrigin}/`, `${webOrigin}/signed-out`],
    });
    this.docsClient = this.addPublicClient('docs', {
      callbackUrls: [`${webOrigin}/docs/oauth2-redirect.html`],
      logoutUrls: [`${webOrigin}/docs`],
    });
    const machines = [
      ...departmentCodes(stage.jurisdictionId).map((code) =>
        this.addMachine(code, '1022/department'),
      ),
      // The provincial operations centre reads figures and sees no case.
      this.addMachine('ioc', '1022/statistics'),
    ];
    this.clients = [this.webClient, this.docsClient, ...machines];
    if (this.clients.length > AUDIENCE_LIMIT)
      throw new Error(`${this.clients.length} clients, but an authorizer takes ${AUDIENCE_LIMIT}`);
    new CfnOutput(this, 'UserPoolId', { value: this.pool.userPoolId });
    new CfnOutput(this, 'SignInAddress', { value: this.domain.baseUrl() });
  }

  private createPool(stage: StageConfig): cognito.UserPool {
    const pool = new cognito.UserPool(this, 'Staff', {
      userPoolName: `1022-${stage.id}-staff`,
      // Accounts are made by an administrator; nobody signs up by themselves.
      selfSignUpEnabled: false,
      signInAliases: { username: true, email: true },
      signInCaseSensitive: false,
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      mfa: stage.mfa,
      mfaSecondFactor: { otp: true, sms: false },
      // Refuses passwords known from elsewhere, and sign-ins that look like somebody else's.
      featurePlan: cognito.FeaturePlan.PLUS,
      standardThreatProtectionMode: cognito.StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: stage.deletionProtection,
      removalPolicy: stage.removalPolicy,
    });
    if (stage.mfa !== cognito.Mfa.REQUIRED)
      Validations.of(pool).acknowledge({
        id: 'AwsSolutions-COG2',
        reason: 'No real case is kept on this stage; where they are, each sign-in asks for a code.',
      });
    return pool;
  }

  /** An application in the browser: no secret, code flow with PKCE. */
  private addPublicClient(
    name: string,
    urls: Pick<cognito.OAuthSettings, 'callbackUrls' | 'logoutUrls'>,
  ) {
    return this.addClient(name, {
      generateSecret: false,
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      // A shift at the desk: whoever is still there in the evening signs in once.
      refreshTokenValidity: Duration.hours(12),
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [cognito.OAuthScope.OPENID, cognito.OAuthScope.PROFILE, ...this.scopes.values()],
        ...urls,
      },
    });
  }

  /** Another system, which signs in by itself. */
  private addMachine(code: string, scope: Scope) {
    return this.addClient(`machine-${code.toLowerCase()}`, {
      generateSecret: true,
      accessTokenValidity: Duration.hours(1),
      oAuth: {
        flows: { clientCredentials: true },
        scopes: [this.scope(scope)],
      },
    });
  }

  private addClient(userPoolClientName: string, options: cognito.UserPoolClientOptions) {
    const client = this.pool.addClient(`Client-${userPoolClientName}`, {
      ...options,
      userPoolClientName,
      preventUserExistenceErrors: true,
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
    });
    client.node.addDependency(this.resourceServer);
    return client;
  }

  private scope(name: Scope): cognito.OAuthScope {
    const found = this.scopes.get(name);
    if (found === undefined) throw new Error(`The resource server has no scope ${name}`);
    return found;
  }
}

const declaredScope = (name: Scope) =>
  new cognito.ResourceServerScope({
    scopeName: name.slice(RESOURCE_SERVER.length + 1),
    scopeDescription: `Whatever the role allows under /v1/${name.slice(RESOURCE_SERVER.length + 1)}`,
  });
