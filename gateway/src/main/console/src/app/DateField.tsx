import { Input } from 'antd';
import { useId } from 'react';

/** A day, by the browser's own date input. */
export function DateField({ label, value, onChange, says }: { label: string; value: string; onChange: (day: string) => void; says?: string }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Input id={id} type="date" value={value} status={says ? 'error' : undefined} onChange={(event) => onChange(event.target.value)} />
      {says && <div className="says fault">{says}</div>}
    </div>
  );
}
