import * as z from 'zod';
import type { Need } from '../iam/context.ts';
import type { Caller } from './caller.ts';
import { AwsError } from './error.ts';

/** One operation of a service of the AWS JSON protocols. */
export interface Operation {
  /** @throws AwsError for input that the service would refuse. */
  needs(input: unknown, caller: Caller): readonly Need[];
  run(input: unknown, call: Call): unknown;
}

export interface Call {
  readonly caller: Caller;
  /** Aborts when the client goes away or the endpoint closes. */
  readonly signal: AbortSignal;
}

export interface OperationSource<S extends z.ZodType> {
  readonly input: S;
  needs(input: z.infer<S>, caller: Caller): readonly Need[];
  run(input: z.infer<S>, call: Call): unknown;
}

/** An operation whose input is checked by the schema before it is used. */
export const operation = <S extends z.ZodType>(source: OperationSource<S>): Operation => ({
  needs: (input, caller) => source.needs(read(source.input, input), caller),
  run: (input, call) => source.run(read(source.input, input), call),
});

function read<S extends z.ZodType>(schema: S, input: unknown): z.infer<S> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new AwsError('ValidationException', z.prettifyError(parsed.error));
  return parsed.data;
}
