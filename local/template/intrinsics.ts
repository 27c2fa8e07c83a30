/** What the intrinsic functions of one stack refer to. Each throws, naming what was asked for, when it is not there. */
export interface Scope {
  ref(logicalId: string): unknown;
  attribute(logicalId: string, name: string): unknown;
  imported(exportName: string): unknown;
  output(stackName: string, outputName: string): unknown;
  condition(name: string): boolean;
  mapped(map: string, first: string, second: string): unknown;
}

/** `Ref: AWS::NoValue`: the property or the list element that holds it is left out. */
export const NO_VALUE = Symbol('AWS::NoValue');

type Intrinsic = (argument: unknown, scope: Scope) => unknown;

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (id, scope) => scope.ref(text(id)),
  'Fn::GetAtt': getAttribute,
  'Fn::Join': join,
  'Fn::Sub': substitute,
  'Fn::Select': select,
  'Fn::Split': split,
  'Fn::Base64': (value, scope) =>
    Buffer.from(text(evaluate(value, scope)), 'utf8').toString('base64'),
  'Fn::FindInMap': findInMap,
  'Fn::ImportValue': (name, scope) => scope.imported(text(evaluate(name, scope))),
  'Fn::GetStackOutput': getStackOutput,
  'Fn::If': choose,
  'Fn::Equals': equals,
  'Fn::And': (parts, scope) => list(parts).every((part) => holds(part, scope)),
  'Fn::Or': (parts, scope) => list(parts).some((part) => holds(part, scope)),
  'Fn::Not': (parts, scope) => !holds(list(parts)[0], scope),
};

/** A copy of the value in which every intrinsic function is replaced by what it gives. */
export function evaluate(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value))
    return value.map((part) => evaluate(part, scope)).filter((part) => part !== NO_VALUE);
  if (!isObject(value)) return value;
  const intrinsic = intrinsicOf(value);
  if (intrinsic !== undefined) return intrinsic.apply(intrinsic.argument, scope);
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, part]) => [key, evaluate(part, scope)] as const)
      .filter(([, part]) => part !== NO_VALUE),
  );
}

/** Whether a condition holds: `{ Condition: name }` or one of the logical functions. */
export function holds(value: unknown, scope: Scope): boolean {
  if (isObject(value) && typeof value['Condition'] === 'string')
    return scope.condition(value['Condition']);
  const result = evaluate(value, scope);
  return result === true || result === 'true';
}

function intrinsicOf(
  value: Readonly<Record<string, unknown>>,
): { apply: Intrinsic; argument: unknown } | undefined {
  const [key, ...others] = Object.keys(value);
  if (key === undefined || others.length > 0) return undefined;
  const apply = intrinsics[key];
  if (apply !== undefined) return { apply, argument: value[key] };
  if (key.startsWith('Fn::')) throw new Error(`${key} is not understood by the local host`);
  return undefined;
}

function getAttribute(argument: unknown, scope: Scope): unknown {
  if (typeof argument === 'string') {
    const [id = '', ...name] = argument.split('.');
    return scope.attribute(id, name.join('.'));
  }
  const [id, name] = list(argument);
  return scope.attribute(text(id), text(evaluate(name, scope)));
}

function join(argument: unknown, scope: Scope): string {
  const [separator, parts] = list(argument);
  return list(evaluate(parts, scope)).map(text).join(text(separator));
}

function substitute(argument: unknown, scope: Scope): string {
  const [template, given] = typeof argument === 'string' ? [argument, {}] : list(argument);
  const variables = isObject(given) ? given : {};
  // `${!name}` is how a template writes a literal `${name}`.
  return text(template).replace(/\$\{(!?)([^}]+)\}/g, (_whole, literal: string, name: string) => {
    if (literal !== '') return `\${${name}}`;
    if (name in variables) return text(evaluate(variables[name], scope));
    return text(name.includes('.') ? getAttribute(name, scope) : scope.ref(name));
  });
}

function select(argument: unknown, scope: Scope): unknown {
  const [index, from] = list(argument);
  const parts = list(evaluate(from, scope));
  const chosen = parts[Number(evaluate(index, scope))];
  if (chosen === undefined)
    throw new Error(`Fn::Select ${JSON.stringify(index)} of ${parts.length} parts`);
  return chosen;
}

function split(argument: unknown, scope: Scope): string[] {
  const [separator, from] = list(argument);
  return text(evaluate(from, scope)).split(text(separator));
}

function findInMap(argument: unknown, scope: Scope): unknown {
  const [map, first, second] = list(argument).map((part) => text(evaluate(part, scope)));
  return evaluate(scope.mapped(text(map), text(first), text(second)), scope);
}

function getStackOutput(argument: unknown, scope: Scope): unknown {
  const named = evaluate(argument, scope);
  if (!isObject(named)) throw new Error('Fn::GetStackOutput takes StackName and OutputName');
  return scope.output(text(named['StackName']), text(named['OutputName']));
}

function choose(argument: unknown, scope: Scope): unknown {
  const [condition, yes, no] = list(argument);
  return evaluate(scope.condition(text(condition)) ? yes : no, scope);
}

function equals(argument: unknown, scope: Scope): boolean {
  const [left, right] = list(evaluate(argument, scope));
  return text(left) === text(right);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`A list was expected, not ${JSON.stringify(value)}`);
  return value;
}

/** CloudFormation writes numbers and booleans as text where text is wanted. */
function text(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`Text was expected, not ${JSON.stringify(value)}`);
}
