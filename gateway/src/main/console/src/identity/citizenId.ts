/** Why a citizen ID number (GB 11643-1999) is none; the names are those of the services' refusals. */
export type IdFault = 'OLD_15' | 'LENGTH' | 'CHARACTERS' | 'BIRTH_DATE' | 'CHECK_DIGIT' | 'BIRTH_FUTURE';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/** Folds what an input method or a copied cell leaves: full-width characters, blanks, hyphens, a small x. */
export function fold(typed: string): string {
  return typed
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u200b-\u200f\ufeff-]/g, '')
    .toUpperCase();
}

/** ISO 7064 MOD 11-2 over the first 17 digits. */
export function checkDigit(id: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(id[i]), 0);
  return CHECK_DIGITS[sum % 11]!;
}

/** Undefined for a number that is one. */
export function fault(id: string, today: Date): IdFault | undefined {
  if (/^[0-9]{15}$/.test(id)) return 'OLD_15';
  if (/[^0-9X]/.test(id) || /X./.test(id)) return 'CHARACTERS';
  if (id.length !== 18) return 'LENGTH';
  const born = birthDate(id);
  if (!born) return 'BIRTH_DATE';
  if (checkDigit(id) !== id[17]) return 'CHECK_DIGIT';
  return born > iso(today) ? 'BIRTH_FUTURE' : undefined;
}

/** YYYY-MM-DD; undefined where the digits are no day of the calendar. */
export function birthDate(id: string): string | undefined {
  const [year, month, day] = [Number(id.slice(6, 10)), Number(id.slice(10, 12)), Number(id.slice(12, 14))];
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : undefined;
}

/** The school year in which a child is six by 31 August: a proposal, the rule set decides. */
export function schoolYear(born: string): number {
  return Number(born.slice(0, 4)) + (born.slice(5) <= '08-31' ? 6 : 7);
}

/** As it may stand on paper that is carried about. */
export const masked = (id: string) => id.slice(0, 6) + '********' + id.slice(14);

/** Today in China, YYYY-MM-DD. */
export function iso(today: Date): string {
  return today.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
}
