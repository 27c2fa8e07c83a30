/** The time of day. */
export interface Clock {
  now(): Date;
}

/** Chance from the system's secure source. */
export interface Random {
  bytes(count: number): Uint8Array;
}
