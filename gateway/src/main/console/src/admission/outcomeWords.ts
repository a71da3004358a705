import { allMet, stillToCome } from '../decision/words';
import { useWords } from '../words/i18n';
import type { Outcome } from './list';

/** Lines of a stream name a field as the contract does: child_id is childId. */
const jsonPath = (field: string) => field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** A line of a list in words. */
export function useOutcomeWords() {
  const { t, code, pick, language } = useWords();
  const name = (kind: string) => (kind === 'ERROR' ? t('problem.title') : code('outcome', kind));
  const kind = (outcome: Outcome | undefined) => outcome?.decision?.outcome ?? (outcome?.error ? 'ERROR' : '');

  function why(outcome: Outcome | undefined): string {
    if (outcome?.error) {
      const { reason, field, text } = outcome.error;
      const said = code('reason', reason);
      return (field ? code('field', jsonPath(field)) + ': ' : '') + (said === reason ? `${text ?? ''} (${reason})` : said);
    }
    const decision = outcome?.decision;
    if (!decision) return '';
    if (decision.pending?.length) {
      return t('decision.pending') + ': ' + decision.pending.map((each) => code('dataset', each.dataset)).join(language === 'en' ? ', ' : '、');
    }
    const reasons = decision.reasons?.map((each) => pick(each.textZh, each.textEn)) ?? [];
    const items = stillToCome(decision);
    if (items.length) reasons.push(t('decision.items', { items: items.join(', ') }));
    return reasons.join('; ') || (allMet(decision) ? t('decision.all') : '');
  }

  return { name, kind, why, decision: (outcome: Outcome | undefined) => (outcome ? name(kind(outcome)) : '…') };
}
