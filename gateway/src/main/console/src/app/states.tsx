import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import type { Problem } from '../call/types';
import { useWords } from '../words/i18n';

export function Loading() {
  const { t } = useWords();
  return (
    <div className="loading" role="status">
      <div className="bones" aria-hidden="true"><i /><i /><i /></div>
      {t('loading')}
    </div>
  );
}

/** A place where something will stand, and what to do to have it there. */
export function Nothing({ children }: { children: ReactNode }) {
  return <div className="nothing">{children}</div>;
}

/** Why it was not done, at which field, and the cure; the code is for whoever is called to help. */
export function ProblemNote({ problem, retry, still, department }: { problem: Problem; retry?: () => void; still?: Date; department?: string }) {
  const { t, code, language } = useWords();
  const own = code('reason', `${department}.${problem.reason}`);
  const said = own.endsWith(problem.reason) ? code('reason', problem.reason) : own;
  const down = problem.reason === 'UNAVAILABLE' && department;
  const text = down ? t('problem.department', { department: code('department', department) })
    : said !== problem.reason ? said : t('problem.unknown', { detail: problem.detail ?? problem.reason });
  return (
    <Alert
      type={problem.status >= 500 || problem.status === 0 || problem.status === 429 ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={
        <>
          {t('problem.title')}
          {problem.field && <> · {t('problem.field')}: <b>{code('field', problem.field)}</b></>}
        </>
      }
      description={
        <>
          <div>{text}</div>
          {problem.status === 400 && problem.detail && text !== problem.detail && <div className="small">{problem.detail}</div>}
          {still && <div>{t('decision.still', { time: still.toLocaleTimeString(language) })}</div>}
          <div className="small">{t('problem.code', { code: problem.reason })}</div>
        </>
      }
      action={retry && <Button onClick={retry}>{t('retry')}</Button>}
    />
  );
}
