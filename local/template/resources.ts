import type { ResolvedResource, Resources } from '../types.ts';
import type { Template, TemplateResource } from './assembly.ts';
import { createIdentities, type Identities } from './identities.ts';
import { evaluate, holds } from './intrinsics.ts';
import { createScopes } from './scopes.ts';

/**
 * Resolves every intrinsic function of the stacks of one stage against each other. Throws, naming the resource and
 * what it asked for, when a template refers to something that is not there or that the local host does not know.
 */
export function resolveTemplates(templates: ReadonlyMap<string, Template>): Resources {
  const identities = createIdentities(templates, (stack, resource, name) =>
    evaluate(resource.Properties[name], scopes.of(stack)),
  );
  const scopes = createScopes(templates, identities);
  const all = [...templates].flatMap(([stack, { Resources: resources }]) =>
    Object.entries(resources)
      .filter(([, { Condition }]) =>
        holds(Condition === undefined || { Condition }, scopes.of(stack)),
      )
      .map(([logicalId, resource]) =>
        within(`${stack}/${logicalId} (${resource.Type})`, () => ({
          ...identityOf(identities, stack, logicalId),
          properties: evaluate(resource.Properties, scopes.of(stack)) as Record<string, unknown>,
          ...pathOf(resource),
        })),
      ),
  );
  return collect(all);
}

function identityOf(
  identities: Identities,
  stack: string,
  logicalId: string,
): Omit<ResolvedResource, 'properties'> {
  const found = identities.find(stack, logicalId);
  if (found === undefined) throw new Error('is not in its own template');
  const resourceArn = identities.arn(found);
  return {
    stack,
    logicalId,
    type: found.type,
    name: found.name,
    ref: identities.isKnown(found) ? identities.ref(found) : '',
    ...(resourceArn === undefined ? {} : { arn: resourceArn }),
  };
}

function pathOf({ Metadata }: TemplateResource): { readonly path?: string } {
  const path = Metadata['aws:cdk:path'];
  return typeof path === 'string' ? { path } : {};
}

function collect(all: readonly ResolvedResource[]): Resources {
  const byType = Map.groupBy(all, ({ type }) => type);
  const byId = new Map(all.map((found) => [`${found.stack}/${found.logicalId}`, found]));
  return {
    all,
    ofType: (type) => byType.get(type) ?? [],
    get: (stack, logicalId) => byId.get(`${stack}/${logicalId}`),
  };
}

/** Says in which resource of which stack something went wrong. */
function within<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new Error(`${place}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}
