/** The parts of `arn:aws:<service>:<region>:<account>:<resource>`; the resource may hold colons and slashes. */
export interface Arn {
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

export const isArn = (text: string): boolean => text.startsWith('arn:');

/** @throws when the text is not an ARN: here that is a reference the templates did not resolve. */
export function parseArn(text: string): Arn {
  const [scheme, , service, region, account, ...resource] = text.split(':');
  if (scheme !== 'arn' || service === undefined || region === undefined || account === undefined)
    throw new Error(`${text} is not an ARN`);
  return { service, region, account, resource: resource.join(':') };
}

export const formatArn = ({ service, region, account, resource }: Arn): string =>
  `arn:aws:${service}:${region}:${account}:${resource}`;

/** Name at the end of an ARN or of a queue's address: roles, functions, queues. */
export const lastSegment = (text: string): string => text.split(/[:/]/).at(-1) ?? text;
