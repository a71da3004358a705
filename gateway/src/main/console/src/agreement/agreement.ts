export interface Grant {
  dataset: string;
  fields?: string[];
}

export interface Terms {
  grants?: Grant[];
  purposes?: string[];
  validFrom?: string;
  validTo?: string;
}

export interface Request {
  terms?: Terms;
  legalBasis?: string;
  askedOn?: string;
  dueOn?: string;
  dueUncertain?: boolean;
  overdue?: boolean;
}

export interface Agreement {
  id: string;
  owner: string;
  consumer: string;
  state: string;
  terms?: Terms;
  legalBasis?: string;
  bases?: { dataset: string; sharingClass: string; sharingBasis?: { zh?: string; en?: string }; descriptionVersion?: number }[];
  request?: Request;
  history?: { at?: string; act: string; by?: string; officer?: string; reason?: string }[];
  etag: string;
}

export type Act = 'approve' | 'refuse' | 'suspend' | 'resume' | 'revoke' | 'narrow' | 'widen';

/** Acts that give a reason, in words for the other side. */
export const WITH_REASON: Act[] = ['refuse', 'suspend', 'revoke'];
/** Acts that say which terms there shall be. */
export const WITH_TERMS: Act[] = ['narrow', 'widen'];

const RUNNING = ['AGREEMENT_STATE_NOT_BEGUN', 'AGREEMENT_STATE_IN_FORCE', 'AGREEMENT_STATE_SUSPENDED'];

/** What one side may do now: the owner answers, suspends, resumes and revokes; the consumer asks for more; either takes away. */
export function acts(agreement: Agreement, department: string): Act[] {
  const running = RUNNING.includes(agreement.state);
  const suspended = agreement.state === 'AGREEMENT_STATE_SUSPENDED';
  if (department === agreement.owner) {
    return [
      ...(agreement.request ? ['approve', 'refuse'] as const : []),
      ...(running ? ['narrow', suspended ? 'resume' : 'suspend', 'revoke'] as const : []),
    ];
  }
  if (department !== agreement.consumer || !running) return [];
  return agreement.request ? ['narrow'] : ['narrow', 'widen'];
}

/** The datasets of terms, as one line. */
export const datasetsOf = (terms: Terms | undefined) => (terms?.grants ?? []).map((each) => each.dataset);

/** What a request adds to what is in force: new datasets, and new fields of those there are. */
export function added(now: Terms | undefined, asked: Terms | undefined): Grant[] {
  return (asked?.grants ?? []).flatMap((grant) => {
    const given = now?.grants?.find((each) => each.dataset === grant.dataset);
    if (!given) return [grant];
    const fields = (grant.fields ?? []).filter((field) => !given.fields?.includes(field));
    return fields.length ? [{ dataset: grant.dataset, fields }] : [];
  });
}
