import { expect, it } from 'vitest';
import { resolveTemplates } from '../template/resources.ts';
import { createRewrite } from './addresses.ts';

const resource = (Type: string, Properties: Record<string, unknown> = {}) => ({
  Type,
  Properties,
  Metadata: {},
  Condition: undefined,
});
const resources = resolveTemplates(
  new Map([
    [
      'Local-Identity',
      {
        Resources: {
          Staff: resource('AWS::Cognito::UserPool'),
          Domain: resource('AWS::Cognito::UserPoolDomain', { Domain: 'hotline' }),
          Queue: resource('AWS::SQS::Queue'),
        },
        Outputs: {},
        Conditions: {},
        Mappings: {},
        Parameters: {},
      },
    ],
  ]),
);
const rewrite = createRewrite(resources, {
  endpointUrl: 'http://127.0.0.1:4566',
  issuer: 'http://127.0.0.1:3022/oidc',
});
const pool = resources.ofType('AWS::Cognito::UserPool')[0]?.ref ?? '';

it.each([
  [
    resources.ofType('AWS::SQS::Queue')[0]?.ref ?? '',
    'http://127.0.0.1:4566/000000000000/Local-Identity-Queue',
  ],
  [`https://cognito-idp.ap-southeast-1.amazonaws.com/${pool}`, 'http://127.0.0.1:3022/oidc'],
  [
    `https://cognito-idp.ap-southeast-1.amazonaws.com/${pool}/.well-known/jwks.json`,
    'http://127.0.0.1:3022/oidc/.well-known/jwks.json',
  ],
  [
    'https://hotline.auth.ap-southeast-1.amazoncognito.com/oauth2/token',
    'http://127.0.0.1:3022/oidc/oauth2/token',
  ],
  ['https://cognito-idp.ap-southeast-1.amazonaws.com/other', undefined],
  ['cases', undefined],
])('the address %s leads to its stand-in', (text, expected) => {
  expect(rewrite(text)).toBe(expected ?? text);
});
