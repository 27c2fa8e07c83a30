import type { CaseExport, ExportRef } from '../../domain/export/case-export.ts';

/** What is known of an owner's exports, and their files: prefixes of their own, because the functions may touch different ones. */
export const statePrefixOf = ({ jurisdictionId, owner }: Omit<ExportRef, 'exportId'>): string =>
  `${jurisdictionId}/exports/${owner}/`;

export const stateKeyOf = (ref: ExportRef): string => `${statePrefixOf(ref)}${ref.exportId}.json`;

export const fileKeyOf = ({ jurisdictionId, owner, exportId, question }: CaseExport): string =>
  `${jurisdictionId}/files/${owner}/${exportId}.${question.format}`;
