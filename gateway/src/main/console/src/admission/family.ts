import { birthDate, fault, schoolYear } from '../identity/citizenId';
import type { Word } from '../words/i18n';

/** What an officer typed about a family. */
export interface Family {
  childId: string;
  childName: string;
  guardians: { citizenId: string; name: string }[];
  /** Empty until the child's birth proposes one. */
  schoolYear: string;
}

export const nobody: Family = {
  childId: '',
  childName: '',
  guardians: [{ citizenId: '', name: '' }, { citizenId: '', name: '' }],
  schoolYear: '',
};

/** Takes the child's number, and with it the school year that goes with the birth. */
export function withChild(family: Family, childId: string): Family {
  const born = fault(childId, new Date()) ? undefined : birthDate(childId);
  return { ...family, childId, schoolYear: born ? String(schoolYear(born)) : family.schoolYear };
}

/** The question of the contract. */
export function question(family: Family, division: string, caseRef: string) {
  return {
    childId: family.childId,
    childName: family.childName.trim(),
    guardians: family.guardians
      .filter((each) => each.citizenId)
      .map((each) => ({ citizenId: each.citizenId, name: each.name.trim() })),
    division,
    schoolYear: Number(family.schoolYear),
    context: { purpose: 'PURPOSE_SCHOOL_ADMISSION', caseRef },
  };
}

/** Families that the demonstration city has in every filling; nobody in them exists. */
export const DEMO: { name: Word; childId: string; guardians: string[]; year: number }[] = [
  { name: 'try.full', childId: '990301201908300111', guardians: ['990305198705040111', '990305198908210125'], year: 2025 },
  { name: 'try.gate', childId: '990305201902140319', guardians: ['990305198705040330', '990305198908210344'], year: 2025 },
  { name: 'try.catchup', childId: '990301201903020225', guardians: ['990305198705040410', '990305198908210424'], year: 2025 },
  { name: 'try.young', childId: '990305201909050519', guardians: ['990305198705040533', '990305198908210547'], year: 2025 },
  { name: 'try.kinship', childId: '990305201901200615', guardians: ['99030519870504063X', '990305198908210643'], year: 2025 },
];
