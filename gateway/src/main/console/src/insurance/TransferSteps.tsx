import { ProblemNote } from '../app/states';
import { Sure } from '../app/Sure';
import { useChange } from '../call/useChange';
import { useWords } from '../words/i18n';
import { place } from '../words/places';
import { inside, steps } from './transfer';
import type { Transfer } from './transfer';

interface Props {
  transfer: Transfer;
  citizenId: string;
  context: { purpose: string; caseRef: string };
  division: string;
  done: () => void;
}

/** What is done, what is due and by when, and whose turn it is. */
export function TransferSteps({ transfer, citizenId, context, division, done }: Props) {
  const { t, code, language } = useWords();
  const advance = useChange<object>();
  async function go() {
    if (await advance.send('/v1/pensionTransfers:advance', { citizenId, transferId: transfer.id, etag: transfer.etag, context })) done();
  }
  return (
    <article className="transfer">
      <h3>{place(transfer.fromPlace, language)} → {place(transfer.toPlace, language)}</h3>
      <ol className="steps">
        <li className="done"><b>{t('transfer.requested')}</b> {transfer.requestedOn}</li>
        {steps(transfer).map((each) => (
          <li key={each.step} className={each.doneOn ? 'done' : each.dueOn ? 'now' : ''} aria-current={each.dueOn ? 'step' : undefined}>
            <b>{code('step', each.step)}</b> <span className="small">{place(each.place, language)}</span>{' '}
            {each.doneOn && <>✓ {each.doneOn}</>}
            {each.dueOn && <>{t('transfer.due', { date: each.dueOn })}{transfer.overdue && <b className="gap-line"> · {t('transfer.overdue')}</b>}{transfer.dueUncertain && <span className="small"> · {t('transfer.uncertain')}</span>}</>}
            {each.dueOn && (inside(each.place, division)
              ? <div><Sure small says={t('transfer.advance')} warns={t('transfer.advance.warns')} busy={advance.busy} go={() => void go()} /></div>
              : <div className="small">{t('transfer.others', { place: place(each.place, language) })}</div>)}
          </li>
        ))}
      </ol>
      {advance.problem && <ProblemNote problem={advance.problem} retry={done} department="social" />}
    </article>
  );
}
