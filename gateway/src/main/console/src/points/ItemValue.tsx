import { Input } from 'antd';
import { useWords } from '../words/i18n';

/** The value of an item: one of its codes, yes or no, or a whole number. */
export function ItemValue({ label, codes, value, open, change }: { label: string; codes: string[]; value: string; open: boolean; change: (value: string) => void }) {
  const { t, code } = useWords();
  if (!codes.length) return <Input aria-label={label} inputMode="numeric" maxLength={12} value={value} onChange={(event) => change(event.target.value.trim())} />;
  return (
    <select aria-label={label} value={value} onChange={(event) => change(event.target.value)}>
      <option value="">{t(open ? 'filing.open' : 'filing.choose')}</option>
      {codes.map((each) => <option key={each} value={each}>{code('itemvalue', each)}</option>)}
    </select>
  );
}
