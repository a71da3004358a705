import { Alert, Button, Tag } from 'antd';
import type { Decision, Note } from '../call/types';
import { useWords } from '../words/i18n';
import { ActPanel } from './ActPanel';
import type { Acting } from './ActPanel';
import { CriteriaTable } from './CriteriaTable';
import { EvidenceTable } from './EvidenceTable';
import { ReceiptLine } from './ReceiptLine';
import { allMet, clock, headline, neverFinal, points, stillToCome, tone } from './words';

const SIGN = { good: '✓', wait: '…', bad: '✗', look: '!' };

/** A decision on one screen: what, why, each condition, each fact with where it comes from and how old it is. */
export function DecisionView({ decision, notes, print, acting }: { decision: Decision; notes?: Note[]; print?: () => void; acting?: Acting }) {
  const { t } = useWords();
  return (
    <article className="decision" aria-labelledby="decided">
      <Verdict decision={decision} print={print} />
      <Labels decision={decision} />
      <Pending decision={decision} />
      <Reasons decision={decision} />
      <Notes notes={notes ?? []} />
      <ActPanel decision={decision} acting={acting} />
      <h3>{t('decision.criteria')}</h3>
      <CriteriaTable decision={decision} />
      <h3>{t('decision.evidence')}</h3>
      <EvidenceTable decision={decision} />
      <Rules decision={decision} />
    </article>
  );
}

function Verdict({ decision, print }: { decision: Decision; print?: () => void }) {
  const words = useWords();
  const { t, code, language } = words;
  const { result } = decision;
  const head = headline(decision, words);
  const items = stillToCome(decision);
  const mood = tone(decision);
  return (
    <section className={'verdict ' + mood}>
      <span className="sign" aria-hidden="true">{SIGN[mood]}</span>
      <div className="said">
        <h2 id="decided" tabIndex={-1}>{head}</h2>
        <p>
          {result?.code && decision.outcome === 'OUTCOME_ELIGIBLE' && !head.startsWith(code('result', result.code)) && <b>{code('result', result.code)} </b>}
          {result?.date && <span>{t('decision.date', { date: result.date })} </span>}
          {decision.earliestDate && <b>{t('decision.earliest', { date: decision.earliestDate })} </b>}
          {items.length > 0 && <span>{t('decision.items', { items: items.join(language === 'en' ? ', ' : '、') })} </span>}
        </p>
        <p className="small">
          {decision.finality && <Tag>{code('finality', decision.finality)}</Tag>}
          {decision.finality === 'FINALITY_PROPOSED' && t(neverFinal(decision) ? 'decision.never' : 'decision.proposal')}
        </p>
      </div>
      {result?.maxPoints ? (
        <div className="score">
          <b>{points(result.points ?? 0, result.pointScale)}</b>
          <span>{t('decision.points.of', { max: points(result.maxPoints, result.pointScale) })}</span>
        </div>
      ) : null}
      {print && <Button size="large" className="no-print" onClick={print}>{t('decision.print')}</Button>}
    </section>
  );
}

function Labels({ decision }: { decision: Decision }) {
  const { t, code } = useWords();
  if (!decision.labels?.length) return null;
  return <p className="labels"><b>{t('decision.labels')}: </b>{decision.labels.map((label) => <Tag key={label} color="gold">{code('label', label)}</Tag>)}</p>;
}

function Pending({ decision }: { decision: Decision }) {
  const { t, code } = useWords();
  if (!decision.pending?.length) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={<b>{t('decision.pending')}</b>}
      description={
        <>
          <p>{t('decision.pending.says')}</p>
          <ul>
            {decision.pending.map((each) => (
              <li key={each.dataset + each.source}>
                <b>{code('dataset', each.dataset)}</b> · {code('department', each.source)} · {code('cause', each.cause)}
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}

function Reasons({ decision }: { decision: Decision }) {
  const { t, pick } = useWords();
  if (!decision.reasons?.length) return allMet(decision) ? <p>{t('decision.all')}</p> : null;
  return (
    <section>
      <h3>{t('decision.why')}</h3>
      <ul className="reasons">
        {decision.reasons.map((reason, i) => (
          <li key={i}>{pick(reason.textZh, reason.textEn)}{reason.article && <span className="article"> · {reason.article}</span>}</li>
        ))}
      </ul>
    </section>
  );
}

function Notes({ notes }: { notes: Note[] }) {
  const { t, code, pick } = useWords();
  if (!notes.length) return null;
  return (
    <section>
      <h3>{t('decision.notes')}</h3>
      <ul>{notes.map((note, i) => <li key={i}>{note.field && code('field', note.field) + ': '}{pick(note.textZh, note.textEn)}</li>)}</ul>
    </section>
  );
}

function Rules({ decision }: { decision: Decision }) {
  const { t } = useWords();
  const rules = decision.ruleSet;
  return (
    <footer className="rules">
      <dl>
        {rules && <><dt>{t('decision.rules')}</dt><dd>{rules.id} {rules.documentNumber} {rules.effectiveFrom && `(${rules.effectiveFrom} – ${rules.effectiveTo ?? ''})`}</dd></>}
        <dt>{t('decision.evaluated')}</dt><dd>{decision.evaluationDate}</dd>
        <dt>{t('decision.at')}</dt><dd>{clock(decision.decidedAt)}</dd>
        <dt>{t('decision.id')}</dt><dd>{decision.id}</dd>
        <ReceiptLine decision={decision} />
      </dl>
    </footer>
  );
}
