import { Button } from 'antd';
import { post, Refused } from '../call/call';
import type { Decision } from '../call/types';
import { useCall } from '../call/useCall';
import { ProblemNote } from '../app/states';
import { save } from '../app/save';
import { useWords } from '../words/i18n';

const TRIES = 8;

/** The leaf is recorded before the answer leaves; the signed tree follows within a quarter of a second. */
async function receipt(origin: string, index: string): Promise<string> {
  const department = origin.split('/').pop();
  for (let tried = 1; ; tried++) {
    try {
      return (await post<{ proof: string }>(`/v1/departments/${department}/ledger:receipt`, { origin, index })).proof;
    } catch (failure) {
      if (!(failure instanceof Refused) || failure.problem.reason !== 'NOT_SEALED_YET' || tried === TRIES) throw failure;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

export function ReceiptLine({ decision }: { decision: Decision }) {
  const { t } = useWords();
  const call = useCall<string>();
  if (!decision.receipt?.origin) return null;
  const { origin, index = '0' } = decision.receipt;
  async function fetchIt() {
    const proof = await call.run(() => receipt(origin, index));
    if (proof) save(`${decision.id}.receipt`, 'text/plain', proof);
  }
  return (
    <>
      <dt>{t('decision.receipt')}</dt>
      <dd>
        {t('decision.receipt.at', { origin, index })}{' '}
        <Button size="small" className="no-print" loading={call.busy} onClick={() => void fetchIt()}>{t('decision.receipt.get')}</Button>
        <span className="small no-print"> {t('decision.receipt.says')}</span>
        {call.problem && <ProblemNote problem={call.problem} />}
      </dd>
    </>
  );
}
