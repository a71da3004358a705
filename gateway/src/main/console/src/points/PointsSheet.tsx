import { Tag } from 'antd';
import { Fragment } from 'react';
import type { Decision } from '../call/types';
import { CriteriaTable } from '../decision/CriteriaTable';
import { useWords } from '../words/i18n';

export interface Sheet {
  decision: Decision;
  groups?: { group: string; points?: number; open?: boolean }[];
  range?: { least?: number; most?: number };
  standard?: number;
  projection?: { reachedIn?: number; labels?: string[] };
}

/** Points in groups, line by line where nothing else on the page has the lines, and the year in which the standard would be reached. */
export function PointsSheet({ sheet, lines = true }: { sheet: Sheet; lines?: boolean }) {
  const { t, code } = useWords();
  const { decision, projection } = sheet;
  const total = decision.result?.points ?? 0;
  const reached = decision.outcome === 'OUTCOME_ELIGIBLE';
  const labels = [...new Set([...(decision.labels ?? []), ...(projection?.labels ?? [])])];
  return (
    <section className="card estimate" aria-labelledby="estimated">
      <h2 id="estimated">{t(reached ? 'points.reached' : 'points.total', { total, standard: sheet.standard ?? 0 })}</h2>
      {projection && <p><b>{projection.reachedIn ? t('points.year', { year: projection.reachedIn, standard: sheet.standard ?? 0 }) : t('points.never')}</b></p>}
      {projection && <p className="small">{t('points.assumes')}</p>}
      <p className="labels">{labels.map((label) => <Tag key={label} color="gold">{code('label', label)}</Tag>)}</p>
      <dl className="groups">
        {sheet.groups?.filter((each) => each.group !== 'INDICATOR_GROUP_VETO').map((each) => (
          <Fragment key={each.group}><dt>{code('group', each.group)}</dt><dd>{each.points ?? 0}</dd></Fragment>
        ))}
      </dl>
      {lines && <CriteriaTable decision={decision} />}
    </section>
  );
}
