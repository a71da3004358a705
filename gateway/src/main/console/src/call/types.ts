/** What the contracts say, as the JSON door writes it: int64 as text, enums by name, default values left out or not. */
export interface Reason {
  code: string;
  textZh: string;
  textEn: string;
  article?: string;
}

export interface Criterion {
  id: string;
  nameZh: string;
  nameEn: string;
  status: string;
  value?: string;
  valueZh?: string;
  required?: string;
  requiredZh?: string;
  article?: string;
  points?: number;
  maxPoints?: number;
  evidence?: number[];
  unknown?: string[];
  unverified?: boolean;
}

export interface Evidence {
  dataset: string;
  source: string;
  subject: string;
  value?: string;
  valueZh?: string;
  version?: string;
  origin: string;
  asOf?: string;
  ageMillis?: string;
}

export interface Decision {
  id: string;
  outcome: string;
  finality?: string;
  evaluationDate: string;
  earliestDate?: string;
  decidedAt?: string;
  reasons?: Reason[];
  pending?: { dataset: string; source: string; cause: string }[];
  result?: { code?: string; points?: number; maxPoints?: number; division?: string; date?: string; items?: string[]; pointScale?: number };
  criteria?: Criterion[];
  evidence?: Evidence[];
  labels?: string[];
  ruleSet?: { id: string; documentNumber?: string; effectiveFrom?: string; effectiveTo?: string; synthetic?: boolean };
  officerAct?: { officer: string; act: string; reason: string; article?: string; at?: string };
  receipt?: { origin: string; index?: string };
}

export interface Note {
  reason: string;
  field?: string;
  textZh: string;
  textEn: string;
}

/** RFC 9457 with the members of the JSON door. */
export interface Problem {
  status: number;
  reason: string;
  detail?: string;
  field?: string;
  errors?: { field: string; reason: string; text: string }[];
  retryAfterSeconds?: number;
}
