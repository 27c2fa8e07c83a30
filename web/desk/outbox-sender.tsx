import { useSending } from './use-outbox.ts';

/** Shows nothing: sends the calls that were finished, on whatever page the agent has gone to. */
export function OutboxSender() {
  useSending();
  return null;
}
