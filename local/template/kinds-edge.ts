import { ACCOUNT, arn, REGION, signInOrigin, USER_POOL_ORIGIN } from './environment.ts';
import { shortId } from './identifiers.ts';
import type { Identified, Kind } from './kind.ts';

const idOf =
  (length: number) =>
  ({ stack, logicalId }: Identified): string =>
    shortId(`${stack}/${logicalId}`, length);

const apiId = idOf(10);
const apiPartId = idOf(7);
const distributionId = (resource: Identified): string => `E${idOf(13)(resource).toUpperCase()}`;
const userPoolId = (pool: Identified): string => `${REGION}_${idOf(9)(pool)}`;

/** A policy or a key of CloudFront: known by its id. */
const cloudFrontPart: Kind = { ref: distributionId, attributes: { Id: distributionId } };

/** What the outside sees: the API, who signs in, what is delivered to browsers. */
export const edgeKinds: Readonly<Record<string, Kind>> = {
  'AWS::ApiGatewayV2::Api': {
    nameProperty: 'Name',
    ref: apiId,
    attributes: {
      ApiId: apiId,
      ApiEndpoint: (api) => `https://${apiId(api)}.execute-api.${REGION}.amazonaws.com`,
    },
  },
  'AWS::ApiGatewayV2::Stage': { nameProperty: 'StageName' },
  'AWS::ApiGatewayV2::Route': { ref: apiPartId, attributes: { RouteId: apiPartId } },
  'AWS::ApiGatewayV2::Integration': { ref: apiPartId, attributes: { IntegrationId: apiPartId } },
  'AWS::ApiGatewayV2::Authorizer': {
    nameProperty: 'Name',
    ref: apiPartId,
    attributes: { AuthorizerId: apiPartId },
  },
  'AWS::Cognito::UserPool': {
    nameProperty: 'UserPoolName',
    ref: userPoolId,
    arn: (pool) => arn('cognito-idp', `userpool/${userPoolId(pool)}`),
    attributes: {
      UserPoolId: userPoolId,
      ProviderName: (pool) => `cognito-idp.${REGION}.amazonaws.com/${userPoolId(pool)}`,
      ProviderURL: (pool) => `${USER_POOL_ORIGIN}/${userPoolId(pool)}`,
    },
  },
  // AWS makes the id up; here it is the name, so that the local issuer knows the same clients.
  'AWS::Cognito::UserPoolClient': {
    nameProperty: 'ClientName',
    attributes: { ClientId: ({ name }) => name, Name: ({ name }) => name },
  },
  'AWS::Cognito::UserPoolDomain': {
    nameProperty: 'Domain',
    attributes: { CloudFrontDistribution: ({ name }) => new URL(signInOrigin(name)).host },
  },
  'AWS::Cognito::UserPoolResourceServer': { nameProperty: 'Identifier' },
  'AWS::Cognito::UserPoolGroup': { nameProperty: 'GroupName' },
  'AWS::CloudFront::Distribution': {
    ref: distributionId,
    arn: (resource) => `arn:aws:cloudfront::${ACCOUNT}:distribution/${distributionId(resource)}`,
    attributes: {
      Id: distributionId,
      DomainName: (resource) => `${idOf(13)(resource)}.cloudfront.net`,
    },
  },
  'AWS::CloudFront::Function': {
    nameProperty: 'Name',
    ref: ({ name }) => `arn:aws:cloudfront::${ACCOUNT}:function/${name}`,
    attributes: {
      FunctionARN: ({ name }) => `arn:aws:cloudfront::${ACCOUNT}:function/${name}`,
    },
  },
  'AWS::CloudFront::OriginAccessControl': cloudFrontPart,
  'AWS::CloudFront::CachePolicy': cloudFrontPart,
  'AWS::CloudFront::OriginRequestPolicy': cloudFrontPart,
  'AWS::CloudFront::ResponseHeadersPolicy': cloudFrontPart,
};
