/** A dataset at its owner. */
export interface Dataset {
  id: string;
  owner: string;
  topic?: string;
  generation?: number;
  partitions?: number;
  coverageDivisions?: string[];
  coverageFrom?: string;
}

/** What a reader says of its replica; int64 comes as text. */
export interface Replica {
  dataset: string;
  watermark?: string;
  ageMillis?: string;
  lag?: string;
  parkedPersons?: string;
  rebuilding?: boolean;
  shadowApplied?: string;
  problem?: string;
}

export interface Parked {
  dataset: string;
  /** Base64 as it came; it is handed back and never shown. */
  person?: string;
  partition?: number;
  offset?: string;
  reason: string;
  parkedAt?: string;
}

export const DEPARTMENTS = ['permit', 'social', 'health', 'education'];

/** One department's word: what it owns, what it reads, or that it cannot be reached. */
export interface Told {
  department: string;
  datasets?: Dataset[];
  replicas?: Replica[];
  parked?: Parked[];
  down?: boolean;
}

/** Parked records of one person, dataset and reader are applied again together. */
export interface Replayable {
  department: string;
  dataset: string;
  person: string;
  records: Parked[];
}

export function replayable(told: Told[]): Replayable[] {
  const found = new Map<string, Replayable>();
  for (const { department, parked } of told) {
    for (const record of parked ?? []) {
      const person = record.person ?? '';
      const key = [department, record.dataset, person].join('/');
      const together = found.get(key) ?? { department, dataset: record.dataset, person, records: [] };
      together.records.push(record);
      found.set(key, together);
    }
  }
  return [...found.values()];
}

export interface Road {
  dataset: Dataset;
  readers: { department: string; replica?: Replica }[];
}

/** Every dataset with its readers; a reader that cannot be reached now keeps its place on the road. */
export function roads(told: Told[]): Road[] {
  return told.flatMap((owner) =>
    (owner.datasets ?? []).map((dataset) => ({
      dataset,
      readers: told.flatMap((reader) => {
        const replica = reader.replicas?.find((each) => each.dataset === dataset.id);
        return replica ? [{ department: reader.department, replica: reader.down ? undefined : replica }] : [];
      }),
    })),
  );
}

/** Takes a new word; of a department that cannot be reached, what it owns and reads is still known. */
export function after(before: Told[], now: Told[]): Told[] {
  return now.map((each) => {
    const last = before.find((other) => other.department === each.department);
    return { ...last, ...each, datasets: each.datasets ?? last?.datasets, replicas: each.replicas ?? last?.replicas };
  });
}

export type Health = 'flowing' | 'behind' | 'stopped' | 'unknown';
const SLOW = 10_000;

export function health(replica: Replica | undefined): Health {
  if (!replica) return 'unknown';
  if (replica.problem || !replica.watermark) return 'stopped';
  const behind = Number(replica.ageMillis ?? 0) > SLOW || Number(replica.parkedPersons ?? 0) > 0 || replica.rebuilding;
  return behind ? 'behind' : 'flowing';
}
