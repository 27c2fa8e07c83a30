import * as z from 'zod';
import { lastSegment } from '../aws/arn.ts';
import type { ResolvedResource, Resources } from '../types.ts';
import { managedPolicy } from './managed-policies.ts';
import { readPolicy, type Statement } from './policy-document.ts';

const Names = z.array(z.string()).default([]);
const Role = z.looseObject({
  Policies: z
    .array(z.looseObject({ PolicyName: z.string(), PolicyDocument: z.unknown() }))
    .default([]),
  ManagedPolicyArns: Names,
});
const Policy = z.looseObject({ PolicyDocument: z.unknown(), Roles: Names });

/** Statements of each role by the role's name: inline, attached and managed. */
export function statementsByRole(resources: Resources): ReadonlyMap<string, readonly Statement[]> {
  const attached = attachedPolicies(resources);
  const managed = new Map(
    resources
      .ofType('AWS::IAM::ManagedPolicy')
      .map((policy) => [policy.name, policyOf(policy).statements]),
  );
  return new Map(
    resources.ofType('AWS::IAM::Role').map((role) => {
      const { name } = role;
      const { Policies, ManagedPolicyArns } = Role.parse(role.properties);
      return [
        name,
        [
          ...Policies.flatMap((inline) => readPolicy(inline.PolicyDocument, inline.PolicyName)),
          ...ManagedPolicyArns.flatMap(
            (arn) => managed.get(lastSegment(arn)) ?? managedPolicy(arn),
          ),
          ...attached.filter(({ roles }) => roles.includes(name)).flatMap((one) => one.statements),
        ],
      ];
    }),
  );
}

const attachedPolicies = (resources: Resources) =>
  [
    ...resources.ofType('AWS::IAM::Policy'),
    ...resources.ofType('AWS::IAM::RolePolicy'),
    ...resources.ofType('AWS::IAM::ManagedPolicy'),
  ].map(policyOf);

function policyOf(resource: ResolvedResource) {
  const { PolicyDocument, Roles } = Policy.parse(resource.properties);
  const role = resource.properties['RoleName'];
  return {
    roles: typeof role === 'string' ? [...Roles, role] : Roles,
    statements: readPolicy(PolicyDocument, `${resource.stack}/${resource.logicalId}`),
  };
}
