import { publishContainer } from './publish-container.ts';
import { publishRecords } from './publish-records.ts';

/** Reads the stream of the cases table and queues each event for the departments that it concerns. */
export const handler = publishRecords(publishContainer());
