import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { DeskProps } from '../app/desks';
import { Loading } from '../app/states';
import { useWords } from '../words/i18n';
import { OneFamily } from './OneFamily';

const Batch = lazy(() => import('./Batch'));
const RoundPage = lazy(() => import('./RoundPage'));

type Way = 'one' | 'list' | 'round';

/** Each way stays as it is while another is looked at. */
export default function AdmissionDesk({ desk }: DeskProps) {
  const { t } = useWords();
  const [way, setWay] = useState<Way>('one');
  const [opened, setOpened] = useState<Way[]>(['one']);
  function go(to: Way) {
    setOpened((before) => before.includes(to) ? before : [...before, to]);
    setWay(to);
  }
  const names = { one: t('admission.one'), list: t('admission.batch'), round: t('admission.round') };
  return (
    <>
      <div className="head no-print">
        <h1>{t('admission.title')}</h1>
        <div role="group" aria-label={t('admission.title')} className="row">
          {(['one', 'list', 'round'] as const).map((each) => (
            <Button key={each} aria-pressed={way === each} type={way === each ? 'primary' : 'default'} onClick={() => go(each)}>{names[each]}</Button>
          ))}
        </div>
      </div>
      <div hidden={way !== 'one'}><OneFamily desk={desk} /></div>
      <Suspense fallback={<Loading />}>
        {opened.includes('list') && <div hidden={way !== 'list'}><Batch desk={desk} /></div>}
        {opened.includes('round') && <div hidden={way !== 'round'}><RoundPage desk={desk} /></div>}
      </Suspense>
    </>
  );
}
