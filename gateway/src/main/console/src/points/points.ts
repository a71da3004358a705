/** Points of a residence permit as the contracts tell them; the items are those of the table in force. */
export interface Filing {
  id: string;
  kind: string;
  state: string;
  division: string;
  employer?: string;
  filedOn: string;
  acceptedOn?: string;
  dueOn?: string;
  overdue?: boolean;
  dueUncertain?: boolean;
  etag: string;
}

export interface Fixed {
  points?: number;
  standardReached?: boolean;
  determinedOn: string;
  standsUntil?: string;
  status: string;
}

export interface Held {
  points?: Fixed;
  filing?: Filing;
}

export interface Claim {
  item: string;
  value: string;
}

export interface Finding extends Claim {
  foundIn: string;
}

export const PURPOSE = 'PURPOSE_POINTS';

const YES_NO = ['true', 'false'];

/** What an applicant may claim, and the codes an item has; none = a whole number. */
export const CLAIMS: Record<string, string[]> = {
  'education.level': ['NONE', 'DIPLOMA', 'BACHELOR_GRADUATE', 'BACHELOR_DEGREE', 'MASTER', 'DOCTOR'],
  'title.level': ['NONE', 'SKILL_5', 'SKILL_4', 'SKILL_3', 'SKILL_2', 'INTERMEDIATE', 'SKILL_1', 'SENIOR'],
  'title.matchesPost': YES_NO,
  'bonus.entrepreneur': YES_NO,
  'bonus.intermediary': YES_NO,
  'major.shortage': YES_NO,
  'major.matchesPost': YES_NO,
  'company.taxYuan': [],
  'company.localStaff': [],
  'company.shareBp': [],
  'service.years': [],
  'suburb.years': [],
  'graduate.fresh': YES_NO,
  'award.level': ['NONE', 'SPECIAL', 'COMPREHENSIVE', 'PROVINCE'],
  'spouse.localYears': [],
};

/** What no applicant declares and an officer finds in the records. */
export const RECORDS: Record<string, string[]> = {
  'deduction.falseMaterials': [],
  'deduction.detentions': [],
  'deduction.crimes': [],
  'veto.familyPlanning': YES_NO,
  'veto.seriousCrime': YES_NO,
};

const NUMBER = /^\d{1,12}$/;

/** Does a value fit its item? Empty stands for what could not be verified, where that may be said. */
export function fits({ item, value }: Claim, mayBeOpen: boolean): boolean {
  if (!value) return mayBeOpen;
  const codes = CLAIMS[item] ?? RECORDS[item];
  return !!codes && (codes.length ? codes.includes(value) : NUMBER.test(value));
}

/** Each item once, with the value given last. */
export const once = <C extends Claim>(claims: C[]): C[] => [...new Map(claims.map((each) => [each.item, each])).values()];
