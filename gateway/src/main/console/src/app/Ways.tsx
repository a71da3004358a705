import { Button } from 'antd';
import { Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { Loading } from './states';

export interface Way {
  name: string;
  title: string;
  page: () => ReactNode;
}

/** Several pages of one desk, or parts of one page; each stays as it is while another is looked at, and is loaded when it is first opened. */
export function Ways({ title, part, ways }: { title: string; part?: boolean; ways: Way[] }) {
  const [way, setWay] = useState(ways[0]!.name);
  const [opened, setOpened] = useState([way]);
  function go(to: string) {
    setOpened((before) => before.includes(to) ? before : [...before, to]);
    setWay(to);
  }
  return (
    <>
      <div className="head no-print">
        {part ? <span /> : <h1>{title}</h1>}
        <div role="group" aria-label={title} className="row">
          {ways.map((each) => (
            <Button key={each.name} aria-pressed={way === each.name} type={way === each.name ? 'primary' : 'default'} onClick={() => go(each.name)}>{each.title}</Button>
          ))}
        </div>
      </div>
      <Suspense fallback={<Loading />}>
        {ways.map((each) => opened.includes(each.name) && <div key={each.name} hidden={way !== each.name}>{each.page()}</div>)}
      </Suspense>
    </>
  );
}
