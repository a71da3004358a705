import type { Decision, Evidence } from '../call/types';
import { useWords } from '../words/i18n';
import { age, clock, freshness } from './words';

/** Every fact with whose it is, which department it is from, and how old it was when it was used. */
export function EvidenceTable({ decision }: { decision: Decision }) {
  const { t } = useWords();
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={t('decision.evidence')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('decision.person')}</th>
            <th scope="col">{t('decision.dataset')}</th>
            <th scope="col">{t('decision.value')}</th>
            <th scope="col">{t('decision.department')}</th>
            <th scope="col">{t('decision.asof')}</th>
            <th scope="col">{t('decision.freshness')}</th>
          </tr>
        </thead>
        <tbody>{facts(decision).map((each) => <Line key={each.key} evidence={each.evidence} />)}</tbody>
      </table>
    </div>
  );
}

/** Records of one dataset and person are read together, so they are one line here. */
function facts(decision: Decision): { key: string; evidence: Evidence }[] {
  const lines = new Map<string, Evidence>();
  for (const each of decision.evidence ?? []) {
    const key = [each.subject, each.dataset, each.origin, each.valueZh].join('|');
    if (!lines.has(key)) lines.set(key, each);
  }
  return [...lines].map(([key, evidence]) => ({ key, evidence }));
}

function Line({ evidence }: { evidence: Evidence }) {
  const { t, code, pick } = useWords();
  const level = freshness(evidence);
  return (
    <tr>
      <td>{code('subject', evidence.subject)}</td>
      <th scope="row">{code('dataset', evidence.dataset)}</th>
      <td>{pick(evidence.valueZh, evidence.value)}</td>
      <td>{code('department', evidence.source)}</td>
      <td className="nowrap">{clock(evidence.asOf)}</td>
      <td>
        <span className={'dot ' + level} aria-hidden="true" /> {code('origin', evidence.origin)}
        {evidence.asOf && <span className="small"> · {age(Number(evidence.ageMillis ?? 0), t)}</span>}
      </td>
    </tr>
  );
}
