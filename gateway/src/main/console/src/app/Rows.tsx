import type { ReactNode } from 'react';

/** A table that scrolls by itself where it is wider than the page, or, when it is tall, longer than the screen. */
export function Rows({ name, head, tall, children }: { name: string; head: string[]; tall?: boolean; children: ReactNode }) {
  return (
    <div className={tall ? 'wide tall' : 'wide'} tabIndex={0} role="group" aria-label={name}>
      <table>
        <thead><tr>{head.map((each) => <th key={each} scope="col">{each}</th>)}</tr></thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
