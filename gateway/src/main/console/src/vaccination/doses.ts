import type { Words } from '../words/i18n';

export const VACCINES = ['HepB', 'BCG', 'IPV', 'bOPV', 'DTaP', 'DT', 'MMR', 'JE-L', 'MPSV-A', 'MPSV-AC', 'HepA-L'];

/** The vaccine of a dose, e.g. `DTaP` of `DTaP5`; the number is what stands behind the whole name, so that `MPSV-AC3` is no `MPSV-A`. */
export function vaccineOf(dose: string): string | undefined {
  return VACCINES.find((each) => dose.startsWith(each) && /^\d*$/.test(dose.slice(each.length)));
}

/** A missing dose in words, with its code. */
export function doseName(dose: string, { t, code }: Pick<Words, 't' | 'code'>): string {
  const vaccine = vaccineOf(dose);
  return vaccine ? t('dose.name', { vaccine: code('vaccine', vaccine), n: dose.slice(vaccine.length) || '1', code: dose }) : code('missing', dose);
}
