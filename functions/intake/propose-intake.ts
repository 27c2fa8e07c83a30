import { intakeContainer } from './container.ts';
import { proposeMessages } from './propose-messages.ts';

/** Says of each message that was logged what the machine thinks of it, and routes those of which it is sure. */
export const handler = proposeMessages(intakeContainer());
