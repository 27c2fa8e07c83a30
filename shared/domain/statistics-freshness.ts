/**
 * How soon a change of a case is in every figure. Lambda asks the stream of the cases four times a second and waits for no
 * batch to fill (infra/constructs/stream-consumer.ts), and readers add what is not folded yet (docs/adr/0017-journal.md): it
 * takes a second or two. The rest is for a peak; an alarm tells when the projection is further behind than this.
 */
export const FIGURES_FRESH_SECONDS = 60;
