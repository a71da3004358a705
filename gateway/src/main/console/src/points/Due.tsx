import { useWords } from '../words/i18n';
import type { Filing } from './points';

/** The day the score is due, and whether it has passed or may still move. */
export function Due({ filing }: { filing: Filing }) {
  const { t } = useWords();
  if (!filing.dueOn) return <>—</>;
  return <>{filing.dueOn}{filing.overdue && <b className="gap-line"> · {t('permit.overdue')}</b>}{filing.dueUncertain && <span className="small"> · {t('transfer.uncertain')}</span>}</>;
}
