import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../words/i18n';

interface Props {
  says: string;
  /** What cannot be undone by it, in one sentence. */
  warns: string;
  go: () => void;
  busy?: boolean;
  danger?: boolean;
  small?: boolean;
}

/** A step that others will feel is pressed twice. */
export function Sure({ says, warns, go, busy, danger, small }: Props) {
  const { t } = useWords();
  const [asked, setAsked] = useState(false);
  const size = small ? 'small' : undefined;
  if (!asked) return <Button size={size} danger={danger} disabled={busy} onClick={() => setAsked(true)}>{says}</Button>;
  return (
    <span className="row sure" role="group" aria-label={says}>
      <span>{warns}</span>
      <Button size={size} type="primary" danger={danger} disabled={busy} autoFocus onClick={() => { setAsked(false); go(); }}>{t('sure.go', { what: says })}</Button>
      <Button size={size} onClick={() => setAsked(false)}>{t('sure.no')}</Button>
    </span>
  );
}
