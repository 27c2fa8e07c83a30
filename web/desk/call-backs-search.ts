/** Whom the agent talks to: in the address, so that a reload goes on with them. */
export interface CallBacksSearch {
  readonly case?: string;
}

export const readCallBacksSearch = ({ case: chosen }: Record<string, unknown>): CallBacksSearch =>
  typeof chosen === 'string' ? { case: chosen } : {};
