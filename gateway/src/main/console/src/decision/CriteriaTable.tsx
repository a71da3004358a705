import { Tag } from 'antd';
import type { Criterion, Decision } from '../call/types';
import { useWords } from '../words/i18n';
import { withPlaces } from '../words/places';
import { points } from './words';

const SIGN: Record<string, string> = {
  CRITERION_STATUS_MET: '✓', CRITERION_STATUS_NOT_MET: '✗', CRITERION_STATUS_UNKNOWN: '?', CRITERION_STATUS_NOT_APPLICABLE: '–',
};

export function CriteriaTable({ decision }: { decision: Decision }) {
  const { t } = useWords();
  const scored = decision.criteria?.some((each) => each.maxPoints);
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={t('decision.criteria')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('decision.status')}</th>
            <th scope="col">{t('decision.criterion')}</th>
            {scored && <th scope="col">{t('decision.points')}</th>}
            <th scope="col">{t('decision.found')}</th>
            <th scope="col">{t('decision.asked')}</th>
            <th scope="col">{t('decision.article')}</th>
          </tr>
        </thead>
        <tbody>
          {decision.criteria?.map((each) => <Line key={each.id} criterion={each} scored={!!scored} scale={decision.result?.pointScale} />)}
        </tbody>
      </table>
    </div>
  );
}

function Line({ criterion, scored, scale }: { criterion: Criterion; scored: boolean; scale?: number }) {
  const { t, code, pick, language } = useWords();
  const unknown = criterion.unknown?.map((dataset) => code('dataset', dataset)).join(language === 'en' ? ', ' : '、');
  return (
    <tr className={criterion.status}>
      <td className="status"><span aria-hidden="true">{SIGN[criterion.status]}</span> {code('status', criterion.status)}</td>
      <th scope="row">{pick(criterion.nameZh, criterion.nameEn)}{criterion.unverified && <Tag color="gold">{t('decision.unverified')}</Tag>}</th>
      {scored && <td>{criterion.maxPoints ? <Bar given={criterion.points ?? 0} most={criterion.maxPoints} scale={scale} /> : criterion.points ? points(criterion.points, scale) : ''}</td>}
      <td>{unknown ? t('decision.unknown', { datasets: unknown }) : withPlaces(pick(criterion.valueZh, criterion.value), language)}</td>
      <td>{withPlaces(pick(criterion.requiredZh, criterion.required), language)}</td>
      <td className="article">{criterion.article}</td>
    </tr>
  );
}

function Bar({ given, most, scale }: { given: number; most: number; scale?: number }) {
  return (
    <span className="bar-of">
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="8" className="most" />
        <rect width={(100 * given) / most} height="8" className="given" />
      </svg>
      {points(given, scale)}/{points(most, scale)}
    </span>
  );
}
