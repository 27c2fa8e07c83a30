import type { Template } from './assembly.ts';
import { ACCOUNT, arn, PARTITION, REGION } from './environment.ts';
import { uuidOf } from './identifiers.ts';
import type { Identities } from './identities.ts';
import { evaluate, holds, NO_VALUE, type Scope } from './intrinsics.ts';
import type { Identified } from './kind.ts';

export interface Scopes {
  /** What the intrinsics of this stack refer to; throws when there is no such stack. */
  of(stack: string): Scope;
}

export function createScopes(
  templates: ReadonlyMap<string, Template>,
  identities: Identities,
): Scopes {
  const templateOf = (stack: string): Template => required(templates.get(stack), `stack ${stack}`);
  const resourceOf = (stack: string, logicalId: string): Identified =>
    required(identities.find(stack, logicalId), `resource ${logicalId} in ${stack}`);

  const scopes: Scopes = {
    of: (stack) => ({
      ref: (id) =>
        pseudoParameter(stack, id) ??
        parameter(templateOf(stack), id) ??
        identities.ref(resourceOf(stack, id)),
      attribute: (id, name) => identities.attribute(resourceOf(stack, id), name),
      condition: (name) =>
        holds(
          required(templateOf(stack).Conditions[name], `condition ${name} in ${stack}`),
          scopes.of(stack),
        ),
      mapped: (map, first, second) =>
        required(
          templateOf(stack).Mappings[map]?.[first]?.[second],
          `mapping ${map}.${first}.${second} in ${stack}`,
        ),
      output: (from, name) => {
        const { Value } = required(templateOf(from).Outputs[name], `output ${name} of ${from}`);
        return evaluate(Value, scopes.of(from));
      },
      imported: (name) => {
        const found = exports().get(name);
        const { stack: from, value } = required(found, `export ${name} in any stack`);
        return evaluate(value, scopes.of(from));
      },
    }),
  };
  const exports = onceOnly(() => exportsOf(templates, scopes));
  return scopes;
}

interface Exported {
  readonly stack: string;
  readonly value: unknown;
}

function exportsOf(
  templates: ReadonlyMap<string, Template>,
  scopes: Scopes,
): ReadonlyMap<string, Exported> {
  const exported = new Map<string, Exported>();
  for (const [stack, { Outputs }] of templates)
    for (const { Export, Value } of Object.values(Outputs)) {
      const name = evaluate(Export?.Name, scopes.of(stack));
      if (typeof name === 'string') exported.set(name, { stack, value: Value });
    }
  return exported;
}

function pseudoParameter(stack: string, name: string): unknown {
  return {
    'AWS::AccountId': ACCOUNT,
    'AWS::Region': REGION,
    'AWS::Partition': PARTITION,
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stack,
    'AWS::StackId': arn('cloudformation', `stack/${stack}/${uuidOf(stack)}`),
    'AWS::NoValue': NO_VALUE,
  }[name];
}

function parameter({ Parameters }: Template, name: string): unknown {
  const found = Parameters[name];
  if (found === undefined) return undefined;
  if (found.Default === undefined || found.Type.startsWith('AWS::SSM::'))
    throw new Error(`the parameter ${name} (${found.Type}) has no value on this machine`);
  return found.Default;
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`there is no ${what}`);
  return value;
}

function onceOnly<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
