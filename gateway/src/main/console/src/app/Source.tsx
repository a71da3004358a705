import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { age, clock } from '../decision/words';
import { useWords } from '../words/i18n';

const EVERY = 5_000;
const OLD = 5 * 60_000;

/** Whose records these are, when they were read and how long ago; what was read a while ago says so. */
export function Source({ department, at, again }: { department: string; at?: Date; again?: () => void }) {
  const { t, code } = useWords();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY);
    return () => clearInterval(timer);
  }, []);
  if (!at) return null;
  const millis = Math.max(0, now - at.getTime());
  const old = millis > OLD;
  return (
    <p className="small source">
      <span className={old ? 'dot stale' : 'dot fresh'} aria-hidden="true" /> {t('source', { department: code('department', department), time: clock(at.toISOString()), age: age(millis, t) })}
      {old && <b> · {t('source.old')}</b>}
      {again && <Button type="link" size="small" className="no-print" onClick={again}>{t('source.again')}</Button>}
    </p>
  );
}
