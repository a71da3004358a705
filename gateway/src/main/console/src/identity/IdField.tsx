import { Input } from 'antd';
import type { InputRef } from 'antd';
import { useId, useRef, useState } from 'react';
import type { Ref } from 'react';
import { useWords } from '../words/i18n';
import { birthDate, fault, fold } from './citizenId';

interface Props {
  label: string;
  value: string;
  onChange: (id: string) => void;
  required?: boolean;
  /** What the gateway found wrong with it. */
  refused?: string;
  inputRef?: Ref<InputRef>;
}

/** A citizen ID number, checked while it is typed; characters that an input method is still composing are left alone. */
export function IdField({ label, value, onChange, required, refused, inputRef }: Props) {
  const { t, code } = useWords();
  const id = useId();
  const composing = useRef(false);
  const [composed, setComposed] = useState<string>();
  const [left, setLeft] = useState(false);
  const wrong = value ? fault(value, new Date()) : undefined;
  // Too short is no fault while somebody types.
  const told = refused ?? (wrong && (left || wrong !== 'LENGTH' || value.length > 18) ? code('reason', 'CITIZEN_ID_' + wrong) : undefined);
  const good = value && !wrong && !refused;
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {required && <span aria-hidden="true" className="must"> *</span>}
      </label>
      <Input
        id={id}
        ref={inputRef}
        value={composed ?? value}
        required={required}
        autoComplete="off"
        spellCheck={false}
        inputMode="text"
        className="id-input"
        status={told ? 'error' : undefined}
        aria-invalid={!!told}
        aria-describedby={id + '-says'}
        suffix={<span aria-hidden="true" className="count">{value.length}/18</span>}
        onCompositionStart={() => { composing.current = true; }}
        onCompositionEnd={(event) => {
          composing.current = false;
          setComposed(undefined);
          onChange(fold(event.currentTarget.value));
        }}
        onChange={(event) => (composing.current ? setComposed(event.target.value) : onChange(fold(event.target.value)))}
        onFocus={() => setLeft(false)}
        onBlur={() => setLeft(true)}
      />
      <div id={id + '-says'} aria-live="polite" className={told ? 'says fault' : 'says'}>
        {told ?? (good ? '✓ ' + t('id.born', { date: birthDate(value) }) : '')}
      </div>
    </div>
  );
}
