/** A certificate of contributions, read from its signed text. */
export interface CertificateText {
  citizenId: string;
  issuedAt: string;
  paid: Paid[];
  /** The lines that the department's key has signed for. */
  signatures: string[];
}

export interface Paid {
  place: string;
  kind: string;
  months: number;
  backPaid: number;
  runs: { from: string; to: string }[];
}

/** `paid PLACE KIND MONTHS back-paid MONTHS` and below it a `run FROM TO` for each run; after a blank line the signatures. */
export function readCertificate(text: string): CertificateText {
  const [body = '', signed = ''] = text.split('\n\n');
  const read: CertificateText = { citizenId: '', issuedAt: '', paid: [], signatures: signed.split('\n').filter((line) => line) };
  for (const line of body.split('\n')) {
    const [word, ...rest] = line.split(' ');
    if (word === 'citizen-id') read.citizenId = rest[0] ?? '';
    if (word === 'issued-at') read.issuedAt = rest[0] ?? '';
    if (word === 'paid') read.paid.push({ place: rest[0] ?? '', kind: 'INSURANCE_KIND_' + rest[1], months: Number(rest[2]), backPaid: Number(rest[4] ?? 0), runs: [] });
    if (word === 'run') read.paid.at(-1)?.runs.push({ from: rest[0] ?? '', to: rest[1] ?? '' });
  }
  return read;
}

const MOST_BYTES_OF_A_CODE = 1800;

/** Does the whole signed text fit into a code on paper, so that the paper itself can be checked? */
export const fitsCode = (text: string) => new TextEncoder().encode(text).length <= MOST_BYTES_OF_A_CODE;
