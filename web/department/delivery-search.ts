/** What the address says of the log: a colleague who is sent it sees the same. */
export interface DeliverySearch {
  /** Left out: every try. */
  readonly outcome?: 'failed';
}

export const readDeliverySearch = ({
  outcome,
}: Readonly<Record<string, unknown>>): DeliverySearch => (outcome === 'failed' ? { outcome } : {});
