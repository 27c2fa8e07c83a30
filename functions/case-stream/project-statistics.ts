import { projectContainer } from './project-container.ts';
import { projectRecords } from './project-records.ts';

/** Reads the stream of the cases table and keeps the counters of the figures up to date. */
export const handler = projectRecords(projectContainer());
