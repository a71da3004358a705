import { Button } from 'antd';
import { useEffect } from 'react';
import { exported } from '../app/exported';
import { printPart } from '../app/printPart';
import { Rows } from '../app/Rows';
import { save } from '../app/save';
import { Source } from '../app/Source';
import { Loading, ProblemNote } from '../app/states';
import { post } from '../call/call';
import { useCall } from '../call/useCall';
import { clock } from '../decision/words';
import { iso } from '../identity/citizenId';
import { doseName } from '../vaccination/doses';
import { useWords } from '../words/i18n';
import type { Check } from './SchoolCheck';

interface Props {
  school: string;
  context: { purpose: string; caseRef: string };
  /** Grows with each check, so that the list is read anew. */
  listed: number;
  officer: string;
}

/** Pupils with gaps by the day of their re-check, by the school's own reference: for the vaccination unit to catch up. */
export function TermList({ school, context, listed, officer }: Props) {
  const words = useWords();
  const { t, language } = words;
  const list = useCall<{ checks?: Check[] }>();
  const read = () => void list.run(() => post<{ checks?: Check[] }>('/v1/vaccinationChecks:listCatchUp', { school, context }), false);
  useEffect(() => {
    if (listed && school) read();
  }, [listed]);
  const found = list.answer?.checks ?? [];
  const today = iso(new Date());
  const head = [t('school.ref'), t('school.entered'), t('vaccination.missing'), t('school.checkedOn'), t('vaccination.check'), t('vaccination.recheck')];
  const doses = (check: Check) => (check.missing ?? []).map((each) => doseName(each, words)).join(language === 'en' ? ', ' : '、');
  const mark = t('school.watermark', { officer, time: clock(new Date().toISOString()), school });
  const cells = (each: Check) => [each.pupilRef, each.enteredOn ?? '', doses(each), each.checkedOn ?? '', each.checkDue ?? '', each.recheckDue ?? ''];
  return (
    <section className="card" aria-labelledby="term-list">
      <h2 id="term-list">{t('school.list')}</h2>
      <p>{t('school.list.says')}</p>
      <div className="row no-print">
        <Button disabled={!school || list.busy} onClick={read}>{t('school.list.read')}</Button>
        <Button disabled={!found.length} onClick={() => save(`${school}.csv`, 'text/csv', exported(mark, head, found.map(cells)))}>{t('batch.export')}</Button>
        <Button disabled={!found.length} onClick={(event) => printPart(event.currentTarget.closest('.card'))}>{t('certificate.print')}</Button>
      </div>
      <Source department="education" at={list.at} again={read} />
      {list.problem && <ProblemNote problem={list.problem} retry={read} still={list.at} department="education" />}
      {list.busy && !list.answer && <Loading />}
      {list.answer && !found.length && <p>{t('school.list.none')}</p>}
      {found.length > 0 && (
        <Rows name={t('school.list')} head={head} tall>
          {found.map((each) => {
            const [ref, entered, missing, checked, due, recheck] = cells(each);
            return <tr key={each.pupilRef}><th scope="row" className="code">{ref}</th><td>{entered}</td><td>{missing}</td><td>{checked}</td><td>{due}</td><td className="nowrap">{recheck}{!!recheck && recheck < today && <b className="gap-line"> · {t('permit.overdue')}</b>}</td></tr>;
          })}
        </Rows>
      )}
    </section>
  );
}
