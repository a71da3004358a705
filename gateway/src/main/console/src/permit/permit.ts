import { post, Refused } from '../call/call';

export interface Permit {
  number: string;
  division: string;
  status: string;
  issuedOn?: string;
  endorsedTo?: string;
  yearsCountFrom?: string;
  endorsementFrom?: string;
  permitClass?: string;
  lapsesOn?: string;
  ending?: { on?: string; reason?: string; explanation?: string; article?: string };
}

export interface Held {
  permit?: Permit;
  etag?: string;
  notices?: { kind: string; on: string }[];
}

export const PURPOSE = 'PURPOSE_PERMIT_APPLICATION';

/** Whoever has no permit is told so, which is no failure. */
export async function permitOf(question: unknown): Promise<Held> {
  try {
    return await post<Held>('/v1/permits:get', question);
  } catch (failure) {
    if (failure instanceof Refused && failure.problem.reason === 'PERMIT_NOT_FOUND') return {};
    throw failure;
  }
}

/** May it be endorsed on a day? In the month before the year is full, or late while the permit has not ended. */
export function endorsable(permit: Permit, today: string): boolean {
  return permit.status === 'PERMIT_STATUS_SUSPENDED' || (permit.status === 'PERMIT_STATUS_ACTIVE' && !!permit.endorsementFrom && permit.endorsementFrom <= today);
}

/** What the code on an electronic permit says: where the permit of this number is checked. */
export function checkAddress(origin: string, permit: Permit): string {
  return `${origin}/desk/permit?permit=${encodeURIComponent(permit.number)}`;
}

/** The number of a permit whose code was read, from the address that the code holds. */
export const scanned = (search: string) => new URLSearchParams(search).get('permit') ?? '';
