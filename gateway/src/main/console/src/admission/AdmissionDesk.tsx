import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { DeskProps } from '../app/desks';
import { Loading } from '../app/states';
import { useWords } from '../words/i18n';
import { OneFamily } from './OneFamily';

const Batch = lazy(() => import('./Batch'));

/** Both ways stay as they are while the other is looked at. */
export default function AdmissionDesk({ desk }: DeskProps) {
  const { t } = useWords();
  const [list, setList] = useState(false);
  const [opened, setOpened] = useState(false);
  return (
    <>
      <div className="head no-print">
        <h1>{t('admission.title')}</h1>
        <div role="group" aria-label={t('admission.title')} className="row">
          <Button aria-pressed={!list} type={list ? 'default' : 'primary'} onClick={() => setList(false)}>{t('admission.one')}</Button>
          <Button aria-pressed={list} type={list ? 'primary' : 'default'} onClick={() => { setOpened(true); setList(true); }}>{t('admission.batch')}</Button>
        </div>
      </div>
      <div hidden={list}><OneFamily desk={desk} /></div>
      {opened && <div hidden={!list}><Suspense fallback={<Loading />}><Batch desk={desk} /></Suspense></div>}
    </>
  );
}
