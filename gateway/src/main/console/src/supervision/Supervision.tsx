import { Alert, Button } from 'antd';
import { useEffect } from 'react';
import type { DeskProps } from '../app/desks';
import { exported } from '../app/exported';
import { save } from '../app/save';
import { Loading, Nothing, ProblemNote } from '../app/states';
import { post, Refused } from '../call/call';
import { useCall } from '../call/useCall';
import { clock } from '../decision/words';
import { DEPARTMENTS } from '../exchange/roads';
import { useWords } from '../words/i18n';
import { lines, numbers } from './months';
import type { Line, Month, Told } from './months';

async function ask(department: string): Promise<Told> {
  try {
    return { department, months: (await post<{ months?: Month[] }>(`/v1/departments/${department}/supervision:months`, {})).months };
  } catch (failure) {
    if (failure instanceof Refused && failure.problem.status >= 500) return { department, missing: true };
    throw failure;
  }
}

/** What each department's ledger and agreements add up to, month by month; no persons and no officers. */
export default function Supervision({ desk }: DeskProps) {
  const { t, code } = useWords();
  const call = useCall<Told[]>();
  const read = () => void call.run(() => Promise.all(DEPARTMENTS.map(ask)));
  useEffect(read, []);
  const found = lines(call.answer ?? []);
  const missing = (call.answer ?? []).filter((each) => each.missing);
  const head = [t('supervision.month'), t('decision.department'), t('supervision.looks'), t('supervision.stopped'), t('supervision.refused'),
    t('supervision.corrections'), t('supervision.due'), t('supervision.overdue'), t('supervision.declined'),
    t('supervision.doubts'), t('supervision.doubtsOverdue')];

  function takeOut() {
    const mark = t('supervision.watermark', { officer: desk.officer, time: clock(new Date().toISOString()),
      missing: missing.length ? t('supervision.without', { departments: missing.map((each) => code('department', each.department)).join(', ') }) : '' });
    save('supervision.csv', 'text/csv', exported(mark, [...head, t('supervision.reasons')],
      found.map(({ department, month }) => [month.month, code('department', department), ...numbers(month).map(String), reasons(month)])));
  }

  return (
    <>
      <div className="head">
        <h1>{t('supervision.title')}</h1>
        <Button onClick={takeOut} disabled={!found.length}>{t('batch.export')}</Button>
      </div>
      <p className="small">{t('supervision.says')}</p>
      {call.problem && <ProblemNote problem={call.problem} retry={read} />}
      {missing.map((each) => (
        <Alert key={each.department} type="warning" showIcon title={t('problem.department', { department: code('department', each.department) })}
          action={<Button onClick={read}>{t('retry')}</Button>} />
      ))}
      {call.busy && !call.answer && <Loading />}
      {call.answer && !found.length && <Nothing>{t('supervision.none')}</Nothing>}
      {found.length > 0 && <Table head={head} found={found} />}
    </>
  );
}

const reasons = (month: Month) => (month.refused ?? []).map((each) => `${each.reason} ${each.count ?? 0}`).join(' ');

function Table({ head, found }: { head: string[]; found: Line[] }) {
  const { t, code } = useWords();
  return (
    <section className="card">
      <div className="wide" tabIndex={0} role="region" aria-label={t('supervision.title')}>
        <table>
          <thead><tr>{head.map((each) => <th key={each} scope="col">{each}</th>)}</tr></thead>
          <tbody>
            {found.map(({ department, month }) => (
              <tr key={month.month + department}>
                <td className="nowrap">{month.month}</td>
                <th scope="row">{code('department', department)}</th>
                {numbers(month).map((each, column) => (
                  <td key={head[column + 2]}>{each}{column === 2 && each > 0 && <div className="small">{reasons(month)}</div>}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
