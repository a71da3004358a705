import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { signIn, signOut, useSession } from '../call/session';
import type { Desk } from '../call/session';
import { useWords } from '../words/i18n';
import { place } from '../words/places';
import { Fence } from './Fence';
import { LanguageSwitch } from './LanguageSwitch';
import { Links } from './desks';

export function Shell({ desk, children }: { desk: Desk; children: ReactNode }) {
  const { t, code, language } = useWords();
  const { ended } = useSession();
  useEffect(() => {
    document.title = `${code('desk', desk.name)} · ${t('product')}`;
  });
  return (
    <>
      <a className="skip" href="#content">{t('skip')}</a>
      <header className="bar no-print">
        <span className="brand">{t('product')}</span>
        <Links desk={desk} />
        <span className="who">
          {code('desk', desk.name)}
          {desk.division && ' · ' + place(desk.division, language)}
          <span className="officer"> · {desk.officer}</span>
        </span>
        <LanguageSwitch />
        <Button type="text" className="on-dark" onClick={() => void signOut()}>{t('signout')}</Button>
      </header>
      <main id="content" tabIndex={-1}><Fence>{children}</Fence></main>
      {ended && <Ended desk={desk} />}
    </>
  );
}

/** Over the page, whose work stays as it was. */
function Ended({ desk }: { desk: Desk }) {
  const { t, code } = useWords();
  const { unreachable } = useSession();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => box.current?.showModal(), []);
  return (
    <dialog ref={box} role="alertdialog" aria-labelledby="ended" aria-describedby="ended-says" onCancel={(event) => event.preventDefault()}>
      <h2 id="ended">{t('signin.again')}</h2>
      <p id="ended-says">{t('signin.again.says')}</p>
      {unreachable && <p className="says fault">{t('signin.unreachable')}</p>}
      <div className="row">
        <Button type="primary" size="large" autoFocus onClick={() => void signIn(desk.name)}>
          {t('signin.again.go')} · {code('desk', desk.name)}
        </Button>
        <Button size="large" onClick={() => void signOut()}>{t('signout')}</Button>
      </div>
    </dialog>
  );
}
