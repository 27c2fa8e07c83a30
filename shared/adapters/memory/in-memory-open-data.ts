import { createHash } from 'node:crypto';
import type { JurisdictionId } from '../../domain/case.ts';
import type { OpenWork } from '../../domain/open-data/open-work.ts';
import { err, ok } from '../../domain/result.ts';
import type {
  HeldOpenIndex,
  OpenDataFiles,
  OpenDataIndex,
  OpenDataLinks,
  OpenDataWork,
  OpenFileRef,
} from '../../ports/open-data.ts';

export class InMemoryOpenDataIndex implements OpenDataIndex {
  readonly #held = new Map<JurisdictionId, HeldOpenIndex>();

  find(jurisdictionId: JurisdictionId): Promise<HeldOpenIndex> {
    const none: HeldOpenIndex = { index: { issues: [] }, tag: null };
    return Promise.resolve(this.#held.get(jurisdictionId) ?? none);
  }

  save(jurisdictionId: JurisdictionId, { index, tag }: HeldOpenIndex) {
    const before = this.#held.get(jurisdictionId)?.tag ?? null;
    if (before !== tag) return Promise.resolve(err({ code: 'OPEN_INDEX_MOVED' } as const));
    this.#held.set(jurisdictionId, { index, tag: String(Number(before ?? 0) + 1) });
    return Promise.resolve(ok(null));
  }
}

export class InMemoryOpenDataWork implements OpenDataWork {
  readonly #work = new Map<JurisdictionId, OpenWork>();

  find(jurisdictionId: JurisdictionId): Promise<OpenWork | undefined> {
    return Promise.resolve(this.#work.get(jurisdictionId));
  }

  save(jurisdictionId: JurisdictionId, work: OpenWork | null): Promise<void> {
    if (work === null) this.#work.delete(jurisdictionId);
    else this.#work.set(jurisdictionId, work);
    return Promise.resolve();
  }
}

const nameOf = (jurisdictionId: JurisdictionId, ref: OpenFileRef): string =>
  [jurisdictionId, ref.month, ref.modifiedAt, ref.dataset, ref.format].join('/');

export class InMemoryOpenDataFiles implements OpenDataFiles, OpenDataLinks {
  readonly #files = new Map<string, Buffer>();

  write(jurisdictionId: JurisdictionId, ref: OpenFileRef, stretches: Iterable<string>) {
    const whole = Buffer.from([...stretches].join(''));
    this.#files.set(nameOf(jurisdictionId, ref), whole);
    const sha256 = createHash('sha256').update(whole).digest('hex');
    return Promise.resolve({ bytes: whole.length, sha256 });
  }

  link(jurisdictionId: JurisdictionId, ref: OpenFileRef): Promise<string> {
    return Promise.resolve(`memory:${nameOf(jurisdictionId, ref)}`);
  }

  /** What is behind a link. */
  fetched(link: string): Buffer | undefined {
    return this.#files.get(link.replace('memory:', ''));
  }
}
