import { Button } from 'antd';
import type { InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../call/types';
import { fault } from '../identity/citizenId';
import { IdField } from '../identity/IdField';
import { useWords } from '../words/i18n';
import { Case } from './Case';

interface Props {
  id: string;
  change: (id: string) => void;
  ask: (id: string) => void;
  busy: boolean;
  problem?: Problem;
  says: string;
  purpose: string;
  caseRef: string;
  /** More fields of the question. */
  children?: ReactNode;
  /** People of the demonstration city; nobody of them exists. */
  demo?: { name: string; id: string }[];
  demoTitle?: string;
}

/** Asks about one person. */
export function PersonForm({ id, change, ask, busy, problem, says, purpose, caseRef, children, demo, demoTitle }: Props) {
  const { t, code } = useWords();
  const [tried, setTried] = useState(false);
  const field = useRef<InputRef>(null);
  useEffect(() => {
    if (!problem || problem.field === 'citizenId') field.current?.focus();
  }, [problem]);
  function submit() {
    setTried(true);
    if (fault(id, new Date())) field.current?.focus();
    else ask(id);
  }
  const refused = problem?.field === 'citizenId' ? code('reason', problem.reason) : undefined;
  return (
    <form className="panel no-print" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <IdField label={t('id.label')} value={id} required inputRef={field} onChange={change} refused={tried && !id ? t('id.missing') : refused} />
      {children}
      <Case purpose={purpose} reference={caseRef} />
      <Button type="primary" size="large" htmlType="submit" disabled={busy}>{busy ? t('loading') : says}</Button>
      {demo && (
        <div className="demo">
          <p className="small">{demoTitle}</p>
          <div className="row">
            {demo.map((each) => <Button key={each.id} size="small" disabled={busy} onClick={() => { change(each.id); ask(each.id); }}>{each.name}</Button>)}
          </div>
        </div>
      )}
    </form>
  );
}
