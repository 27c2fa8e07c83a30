import { afterAll, describe, expect, it } from 'vitest';
import { departmentCodes } from '../../infra/jurisdiction.ts';
import { ROLE_GROUPS } from '../../infra/stacks/identity-stack.ts';
import { STAFF_ROLES } from '../../shared/domain/roles.ts';
import { SCOPES } from '../../shared/contracts/route.ts';
import { synthesise } from '../support/hotline-templates.ts';

const hotline = synthesise('prod');
afterAll(() => hotline.close());

const clients = hotline.resources.ofType('AWS::Cognito::UserPoolClient');
const clientOf = (name: string) => clients.find((client) => client.name === name)!.properties;

describe('the staff pool', () => {
  it('has a group for each role that a person may have', () => {
    expect([...ROLE_GROUPS].toSorted()).toEqual([...STAFF_ROLES].toSorted());
  });

  it('lets nobody sign up, asks for long passwords and a code, and acts on doubtful sign-ins', () => {
    hotline.template('identity').hasResourceProperties('AWS::Cognito::UserPool', {
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      Policies: { PasswordPolicy: { MinimumLength: 12, RequireSymbols: true } },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      UserPoolTier: 'PLUS',
      UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
    });
  });

  it('knows the scopes that the routes ask for', () => {
    const [server] = hotline.resources.ofType('AWS::Cognito::UserPoolResourceServer');
    const { Identifier, Scopes } = server!.properties as {
      Identifier: string;
      Scopes: { ScopeName: string }[];
    };
    expect(Scopes.map(({ ScopeName }) => `${Identifier}/${ScopeName}`)).toEqual([...SCOPES]);
  });
});

describe('the clients', () => {
  it.each(['desk-web', 'docs'])('%s holds no secret and comes back to the web origin', (name) => {
    const client = clientOf(name);
    expect(client).toMatchObject({ GenerateSecret: false, AllowedOAuthFlows: ['code'] });
    for (const url of client['CallbackURLs'] as string[])
      expect(new URL(url).origin).toBe(hotline.stage.webOrigin);
    expect(client).not.toHaveProperty('RefreshTokenRotation');
  });

  it('are one a department besides, bound to the scope of departments', () => {
    const codes = departmentCodes('binh-duong');
    expect(codes).toHaveLength(47);
    for (const code of codes)
      expect(clientOf(`machine-${code.toLowerCase()}`)).toMatchObject({
        GenerateSecret: true,
        AllowedOAuthFlows: ['client_credentials'],
        AllowedOAuthScopes: ['1022/department'],
      });
  });

  it('and one of the operations centre, which reads figures and no case', () => {
    expect(clientOf('machine-ioc')).toMatchObject({
      AllowedOAuthFlows: ['client_credentials'],
      AllowedOAuthScopes: ['1022/statistics'],
    });
    expect(clients).toHaveLength(departmentCodes('binh-duong').length + 3);
  });
});
