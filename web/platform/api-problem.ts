/** What the API says when it does not do what it was asked: RFC 9457, with a machine code. */
export interface Problem {
  /** `UNREACHABLE` when no answer came, `UNKNOWN` when it was not the API that answered. */
  readonly code: string;
  readonly status: number;
  /** A sentence in the reader's language; empty where no API wrote one. */
  readonly title: string;
  readonly requestId?: string;
  /** What was wrong where in the request. */
  readonly problems?: readonly { readonly at: string; readonly because: string }[];
}

/** Thrown, because TanStack Query tells failures by what is thrown. */
export class ApiProblem extends Error implements Problem {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly requestId?: string;
  readonly problems: NonNullable<Problem['problems']>;

  constructor({ code, status, title, requestId, problems }: Problem) {
    super(`${status} ${code}`);
    this.code = code;
    this.status = status;
    this.title = title;
    if (requestId !== undefined) this.requestId = requestId;
    this.problems = problems ?? [];
  }
}

/** No answer came: no network, or nobody who answers. */
export const unreachable = (): ApiProblem =>
  new ApiProblem({ code: 'UNREACHABLE', status: 0, title: '' });

export const codeOf = (error: unknown): string =>
  error instanceof ApiProblem ? error.code : 'UNKNOWN';

/** The gateway answers some requests itself, without a code. */
export function problemOf(body: unknown, { status }: Response): ApiProblem {
  const isProblem = typeof body === 'object' && body !== null && 'code' in body && 'title' in body;
  // The schema `Problem` of the API's description.
  return new ApiProblem(isProblem ? (body as Problem) : { code: 'UNKNOWN', status, title: '' });
}
