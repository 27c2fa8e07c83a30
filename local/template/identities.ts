import type { Template, TemplateResource } from './assembly.ts';
import { generatedName } from './identifiers.ts';
import type { Identified, Kind } from './kind.ts';
import { kinds } from './kinds.ts';

/** The names, refs and attributes of every resource, found when first asked for. */
export interface Identities {
  find(stack: string, logicalId: string): Identified | undefined;
  /** Whether anything can refer to a resource of this type here. */
  isKnown(resource: Identified): boolean;
  ref(resource: Identified): string;
  attribute(resource: Identified, name: string): string;
  arn(resource: Identified): string | undefined;
}

/** Evaluates one property of a resource within its stack. */
export type PropertyReader = (stack: string, resource: TemplateResource, name: string) => unknown;

export function createIdentities(
  templates: ReadonlyMap<string, Template>,
  readProperty: PropertyReader,
): Identities {
  const known = new Map<string, Identified>();
  // A name that depends on itself would be asked for without end.
  const underWay = new Set<string>();

  const find = (stack: string, logicalId: string): Identified | undefined => {
    const key = `${stack}/${logicalId}`;
    const before = known.get(key);
    const resource = templates.get(stack)?.Resources[logicalId];
    if (before !== undefined || resource === undefined) return before;
    if (underWay.has(key)) throw new Error(`The name of ${key} depends on itself`);
    underWay.add(key);
    const found = identify({ stack, logicalId, resource }, readProperty);
    underWay.delete(key);
    known.set(key, found);
    return found;
  };
  return {
    find,
    isKnown: ({ type }) => type in kinds,
    ref: (resource) => {
      const kind = kindOf(resource, 'Ref');
      return kind.ref ? kind.ref(resource) : resource.name;
    },
    attribute: (resource, name) => {
      const kind = kindOf(resource, name);
      const value = name === 'Arn' ? kind.arn : kind.attributes?.[name];
      if (value === undefined) throw unknownAttribute(resource, name);
      return value(resource);
    },
    arn: (resource) => kinds[resource.type]?.arn?.(resource),
  };
}

interface Found {
  readonly stack: string;
  readonly logicalId: string;
  readonly resource: TemplateResource;
}

function identify({ stack, logicalId, resource }: Found, readProperty: PropertyReader): Identified {
  const kind = kinds[resource.Type] ?? {};
  const unnamed = {
    stack,
    logicalId,
    type: resource.Type,
    property: (name: string) => readProperty(stack, resource, name),
  };
  const given = kind.nameProperty === undefined ? undefined : unnamed.property(kind.nameProperty);
  if (typeof given === 'string') return { ...unnamed, name: given };
  const generated = generatedName(stack, logicalId);
  return { ...unnamed, name: kind.adaptName?.(generated, unnamed) ?? generated };
}

function kindOf(resource: Identified, asked: string): Kind {
  const kind = kinds[resource.type];
  if (kind === undefined) throw unknownAttribute(resource, asked);
  return kind;
}

const unknownAttribute = ({ stack, logicalId, type }: Identified, asked: string): Error =>
  new Error(
    `${stack}/${logicalId}: the local host does not know ${asked} of ${type} (local/template/kinds*.ts)`,
  );
