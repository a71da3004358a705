import { useState } from 'react';
import { iso } from '../identity/citizenId';
import { useWords } from '../words/i18n';

/** A reference of a new case in the desk's own files; it holds nothing about anybody. */
export function newCase(desk: string): string {
  const random = crypto.getRandomValues(new Uint32Array(1))[0]! % 1_000_000;
  return `${desk.slice(0, 3).toUpperCase()}-${iso(new Date()).replaceAll('-', '')}-${String(random).padStart(6, '0')}`;
}

export function useCase(desk: string): [string, () => void] {
  const [reference, set] = useState(() => newCase(desk));
  return [reference, () => set(newCase(desk))];
}

/** What the ledger will say of this look. */
export function Case({ purpose, reference }: { purpose: string; reference: string }) {
  const { t, code } = useWords();
  return (
    <p className="small">
      {t('purpose')}: <b>{code('purpose', purpose)}</b> · {t('case')}: <b>{reference}</b>
    </p>
  );
}
