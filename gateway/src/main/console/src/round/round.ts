/** A round as the contracts tell it, in the JSON door's form. */
export interface Round {
  id: string;
  mode: string;
  tieBreak?: string[];
  publicationDays?: number;
  opens: string;
  closes: string;
  filingClosed?: boolean;
  source?: string;
  unverified?: string[];
}

export const PURPOSE = 'PURPOSE_SCHOOL_ADMISSION';

/** What every part of a round's page is given. */
export interface RoundProps {
  round: Round;
  /** Whoever only supervises changes nothing. */
  officer: boolean;
  context: { purpose: string; caseRef: string };
  /** Reads the round anew. */
  again: () => void;
}

export interface Demand {
  school: string;
  seats?: number;
  firstPreferences?: number;
  allPreferences?: number;
  placed?: number;
}

export interface Move {
  number: string;
  rankBefore: number;
  rankAfter: number;
  pointsBefore?: number;
  pointsAfter?: number;
  schoolBefore?: string;
  schoolAfter?: string;
}

export interface Trial {
  applications?: number;
  ranksMoved?: number;
  schoolsMoved?: number;
  placedBefore?: number;
  placedAfter?: number;
  moves?: Move[];
  before?: Demand[];
  after?: Demand[];
  labels?: string[];
  criteria?: string[];
}

export interface Objection {
  id: string;
  number: string;
  criterion: string;
  dataset?: string;
  owner?: string;
  statement: string;
  raisedOn: string;
  standing: string;
}

export interface Placement {
  number: string;
  rank: number;
  school?: string;
  preference?: number;
  standing: string;
  etag: string;
}

export interface Allocated {
  generation?: number;
  placed?: number;
  waiting?: number;
  schools?: Demand[];
  labels?: string[];
  allocationMicros?: string;
}

export interface Ranking {
  ranking: { generation: number; publishedFrom: string; publishedTo: string; seed: string; applications?: number; ties?: number; labels?: string[]; pointScale?: number };
  lines?: { rank: number; number: string; points?: number; decidedBy?: string }[];
  nextPageToken?: string;
}

/** What an officer tries; what is as it was is not asked for. */
export interface Change {
  percent: Record<string, number>;
  seats: Record<string, number>;
}

export const NOTHING_TRIED: Change = { percent: {}, seats: {} };
const AS_IT_IS = 100;

/** The question of a change, without what is as it is. */
export function tried(change: Change, before: Demand[]) {
  const seatsNow = new Map(before.map((school) => [school.school, school.seats ?? 0]));
  return {
    weights: Object.entries(change.percent).filter(([, percent]) => percent !== AS_IT_IS).map(([criterion, percent]) => ({ criterion, percent })),
    seats: Object.entries(change.seats).filter(([school, seats]) => seatsNow.get(school) !== seats).map(([school, seats]) => ({ school, seats })),
  };
}
