import { deliveriesContainer } from './container.ts';
import { deliverMessages } from './deliver-messages.ts';

/** Tells departments of events, one message at a time, each department's in order. */
export const handler = deliverMessages(deliveriesContainer());
