/** An answer of an AWS service other than success, in the form its clients understand. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;
  /** SQS clients still expect the code of the older query protocol, in a header. */
  readonly queryCode: string | undefined;

  constructor(
    code: string,
    message: string,
    { status = 400, queryCode }: { status?: number; queryCode?: string } = {},
  ) {
    super(message);
    this.name = code.split('#').at(-1) ?? code;
    this.code = code;
    this.status = status;
    this.queryCode = queryCode;
  }
}

export const validationError = (message: string) => new AwsError('ValidationException', message);
