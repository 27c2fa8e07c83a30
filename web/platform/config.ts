import type { components } from './api-types.ts';

export type WebConfig = components['schemas']['WebConfigBody'];

/** Read once, before anything is drawn: who signs people in, and by which zone days are counted. */
export async function loadConfig(): Promise<WebConfig> {
  const response = await fetch('/config.json');
  if (!response.ok) throw new Error(`/config.json: ${response.status}`);
  // Our own API's answer, described by the contract that the type is made from.
  return (await response.json()) as WebConfig;
}
