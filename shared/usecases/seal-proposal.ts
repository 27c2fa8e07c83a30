import { canonicalJson } from '../domain/canonical-json.ts';
import type { JurisdictionId } from '../domain/case.ts';
import { Proposed } from '../domain/proposed.ts';
import type { Fingerprints } from '../ports/keys.ts';

/** Signed, so that figures of accuracy rest on what the machine said. */
export async function sealProposal(
  {
    jurisdictionId,
    proposed,
  }: { readonly jurisdictionId: JurisdictionId; readonly proposed: Proposed },
  fingerprints: Pick<Fingerprints, 'sign'>,
): Promise<string> {
  const text = canonicalJson({ jurisdictionId, proposed });
  const signature = await fingerprints.sign('proposal', text);
  return `${Buffer.from(text).toString('base64url')}.${signature}`;
}

/** Undefined for anything that this deployment did not sign. */
export async function openProposal(
  { jurisdictionId, sealed }: { readonly jurisdictionId: JurisdictionId; readonly sealed: string },
  fingerprints: Pick<Fingerprints, 'sign'>,
): Promise<Proposed | undefined> {
  const [encoded = '', signature] = sealed.split('.');
  const text = Buffer.from(encoded, 'base64url').toString();
  if ((await fingerprints.sign('proposal', text)) !== signature) return undefined;
  const { jurisdictionId: of, proposed } = JSON.parse(text) as {
    jurisdictionId: string;
    proposed: unknown;
  };
  return of === jurisdictionId ? Proposed.parse(proposed) : undefined;
}
