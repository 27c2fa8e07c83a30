import { describe, expect, it } from 'vitest';
import type { Template } from '../template/assembly.ts';
import { resolveTemplates } from '../template/resources.ts';
import { readHttpApi } from './api-definition.ts';

type Properties = Record<string, unknown>;

const sourceArn = (path: string) => ({
  'Fn::Sub': `arn:aws:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${Api}/*/*${path}`,
});

/** A template with one route, in the words of CDK; each part may be replaced, or left out with null. */
function read(changed: Record<string, Properties | null> = {}) {
  const parts: Record<string, [string, Properties]> = {
    Api: ['AWS::ApiGatewayV2::Api', { Name: 'Http', ProtocolType: 'HTTP' }],
    Stage: ['AWS::ApiGatewayV2::Stage', { StageName: '$default' }],
    Desk: ['AWS::Lambda::Function', {}],
    Integration: [
      'AWS::ApiGatewayV2::Integration',
      {
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: { 'Fn::GetAtt': ['Desk', 'Arn'] },
        PayloadFormatVersion: '2.0',
      },
    ],
    Authorizer: [
      'AWS::ApiGatewayV2::Authorizer',
      {
        Name: 'Staff',
        AuthorizerType: 'JWT',
        IdentitySource: ['$request.header.Authorization'],
        JwtConfiguration: { Issuer: 'https://issuer', Audience: ['desk-web'] },
      },
    ],
    Route: [
      'AWS::ApiGatewayV2::Route',
      {
        RouteKey: 'GET /v1/desk/cases/{caseId}',
        Target: { 'Fn::Join': ['/', ['integrations', { Ref: 'Integration' }]] },
        AuthorizationType: 'JWT',
        AuthorizerId: { Ref: 'Authorizer' },
        AuthorizationScopes: ['1022/desk'],
      },
    ],
    Permission: [
      'AWS::Lambda::Permission',
      {
        Principal: 'apigateway.amazonaws.com',
        FunctionName: { 'Fn::GetAtt': ['Desk', 'Arn'] },
        SourceArn: sourceArn('/v1/desk/cases/{caseId}'),
      },
    ],
  };
  const Resources = Object.fromEntries(
    Object.entries(parts)
      .filter(([id]) => changed[id] !== null)
      .map(([id, [Type, given]]) => [
        id,
        { Type, Properties: { ...given, ...changed[id] }, Metadata: {}, Condition: undefined },
      ]),
  );
  const template: Template = {
    Resources,
    Outputs: {},
    Conditions: {},
    Mappings: {},
    Parameters: {},
  };
  return readHttpApi(resolveTemplates(new Map([['Local-Api', template]])));
}

describe('the HTTP API of the templates', () => {
  it('leads from route over integration and authorizer to the function', () => {
    expect(read().routes).toEqual([
      {
        routeKey: 'GET /v1/desk/cases/{caseId}',
        functionName: 'Local-Api-Desk',
        timeoutMs: 30_000,
        scopes: ['1022/desk'],
        authorizer: { name: 'Staff', issuer: 'https://issuer', audience: ['desk-web'] },
      },
    ]);
  });

  it.each([
    ['no permission', { Permission: null }, /No AWS::Lambda::Permission.*Local-Api-Desk.*GET/],
    [
      'a permission for another path',
      { Permission: { SourceArn: sourceArn('/v1/x') } },
      /Permission/,
    ],
    ['a permission for another service', { Permission: { Principal: 's3' } }, /Permission/],
    ['an integration of another kind', { Integration: { IntegrationType: 'HTTP' } }, /Integration/],
    ['an authorizer that is not there', { Route: { AuthorizerId: 'other' } }, /Authorizer "other"/],
    ['an integration that is not there', { Route: { Target: 'integrations/x' } }, /"x"/],
    ['no API', { Api: null, Route: null, Permission: null }, /0 HTTP APIs/],
    ['a named stage', { Stage: { StageName: 'v1' } }, /Stage/],
  ])('is refused with %s', (_name, changed, message) => {
    expect(() => read(changed)).toThrow(message);
  });
});
