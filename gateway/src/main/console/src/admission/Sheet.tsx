import type { Decision } from '../call/types';
import { clock } from '../decision/words';
import { masked } from '../identity/citizenId';
import { useWords } from '../words/i18n';
import type { Family } from './family';

/** The head of what a family takes home; seen on paper alone. */
export function Sheet({ family, caseRef, decision }: { family: Family; caseRef: string; decision: Decision }) {
  const { t, language } = useWords();
  const parents = family.guardians.filter((each) => each.citizenId);
  return (
    <div className="print-only">
      {decision.ruleSet?.synthetic && <p className="stamp">{t('print.synthetic')}</p>}
      <h1>{t('print.title')}</h1>
      <p>
        {t('print.child')}: {family.childName} {masked(family.childId)} · {t('print.guardians')}:{' '}
        {parents.map((each) => `${each.name} ${masked(each.citizenId)}`.trim()).join(language === 'en' ? ', ' : '、')}
        <br />
        {t('case')}: {caseRef} · {t('decision.at')}: {clock(decision.decidedAt)}
      </p>
      <p>{t('print.family')}</p>
    </div>
  );
}

export function Signature() {
  const { t } = useWords();
  return <p className="print-only sign-here">{t('print.officer')}: ____________________ {t('print.date')}: ____________________</p>;
}
