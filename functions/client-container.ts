import { createDocumentClient } from '../shared/adapters/dynamodb/document-client.ts';

/** One for the process: connections stay open between requests. Apart, so that who only reads loads nothing else with it. */
export const documentClient = createDocumentClient();
