import { Button } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../app/states';
import { useCall } from '../call/useCall';
import { useChange } from '../call/useChange';
import { fault } from '../identity/citizenId';
import { IdField } from '../identity/IdField';
import { useWords } from '../words/i18n';
import { permitOf, PURPOSE } from './permit';
import type { Held, Permit } from './permit';

/** The holder is here: the number of the ID card must lead to this permit, and to no other. */
export function EndorseOne({ permit, caseRef, done }: { permit: Permit; caseRef: string; done: () => void }) {
  const { t } = useWords();
  const [id, setId] = useState('');
  const [other, setOther] = useState(false);
  const look = useCall<Held>();
  const endorse = useChange<object>();
  const context = { purpose: PURPOSE, caseRef };
  async function go() {
    if (fault(id, new Date())) return;
    setOther(false);
    const held = await look.run(() => permitOf({ citizenId: id, context }));
    if (!held) return;
    if (held.permit?.number !== permit.number) setOther(true);
    else if (await endorse.send('/v1/permits:endorse', { citizenId: id, etag: held.etag, context })) done();
  }
  const problem = endorse.problem ?? look.problem;
  return (
    <form className="act" noValidate onSubmit={(event) => { event.preventDefault(); void go(); }}>
      <h3>{t('permit.endorse')} · {permit.number}</h3>
      <IdField label={t('permit.holder')} value={id} onChange={setId} required />
      {other && <p className="says fault" role="alert">{t('permit.holder.other')}</p>}
      {problem && <ProblemNote problem={problem} department="permit" />}
      <div className="row">
        <Button type="primary" htmlType="submit" disabled={look.busy || endorse.busy || !!fault(id, new Date())}>{t('permit.endorse')}</Button>
        <Button onClick={done}>{t('sure.no')}</Button>
      </div>
    </form>
  );
}
