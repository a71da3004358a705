import type { Decision } from '../call/types';

export interface MissingItem {
  code: string;
  textZh?: string;
  textEn?: string;
  article?: string;
  anyOf?: string[];
  earliestOn?: string;
}

export interface Application {
  id: string;
  division: string;
  state: string;
  openedOn?: string;
  dueOn?: string;
  overdue?: boolean;
  notice?: { on: string; items?: MissingItem[] };
  materials?: { kind: string }[];
  permitNumber?: string;
  decisionId?: string;
}

export interface KnownFact {
  name: string;
  subject: string;
  value?: string;
  valueZh?: string;
  source: string;
  asOf?: string;
  known?: boolean;
}

/** An application as the desk holds it: what was answered last, with the etag for the next step. */
export interface Filed {
  application: Application;
  etag: string;
  facts: KnownFact[];
  missing: MissingItem[];
  decision?: Decision;
}

export interface Paper {
  kind: string;
  sha256: string;
}

/** What the applicant may hand in now: of each missing item its kinds, a paper that was handed in already left out. */
export function kindsAsked(filed: Filed): string[] {
  const items = filed.application.notice?.items ?? filed.missing;
  const given = (filed.application.materials ?? []).map((paper) => paper.kind);
  return [...new Set(items.flatMap((item) => item.anyOf ?? []))].filter((kind) => !given.includes(kind));
}

/** The file stays on this machine; what goes out is its hash. */
export async function hashOf(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
