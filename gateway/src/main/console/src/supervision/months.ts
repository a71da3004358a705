import { DEPARTMENTS } from '../exchange/roads';

/** One month of one department; int64 comes as text. */
export interface Month {
  month: string;
  looks?: string;
  stopped?: string;
  refused?: { reason: string; count?: string }[];
  corrections?: string;
  answersDue?: string;
  answersOverdue?: string;
  answersRefused?: string;
  correctionsDue?: string;
  correctionsOverdue?: string;
}

/** What a department told of its months, or that it did not answer. */
export interface Told {
  department: string;
  months?: Month[];
  missing?: boolean;
}

export interface Line {
  department: string;
  month: Month;
}

/** The latest month first, its departments in their order. */
export function lines(told: Told[]): Line[] {
  return told
    .flatMap(({ department, months }) => (months ?? []).map((month) => ({ department, month })))
    .sort((one, other) => other.month.month.localeCompare(one.month.month) || DEPARTMENTS.indexOf(one.department) - DEPARTMENTS.indexOf(other.department));
}

export function refusals(month: Month): number {
  return (month.refused ?? []).reduce((sum, each) => sum + Number(each.count ?? 0), 0);
}

/** The numbers of a line, in the order of its columns. */
export function numbers(month: Month): number[] {
  return [Number(month.looks ?? 0), Number(month.stopped ?? 0), refusals(month), Number(month.corrections ?? 0),
    Number(month.answersDue ?? 0), Number(month.answersOverdue ?? 0), Number(month.answersRefused ?? 0),
    Number(month.correctionsDue ?? 0), Number(month.correctionsOverdue ?? 0)];
}
