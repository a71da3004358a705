import { Alert, Button } from 'antd';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { look, signIn, useSession } from '../call/session';
import { useWords } from '../words/i18n';
import { place } from '../words/places';
import { LanguageSwitch } from './LanguageSwitch';

export function SignIn() {
  const { t, code, language } = useWords();
  const session = useSession();
  const go = useNavigate();
  useEffect(() => {
    document.title = t('product');
  });
  async function enter(desk: string) {
    if (await signIn(desk)) void go('/desk/' + desk);
  }
  return (
    <>
      <header className="bar">
        <span className="brand">{t('product')}</span>
        <span className="who">{t('product.says')}</span>
        <LanguageSwitch />
      </header>
      <main id="content" className="narrow">
        <h1>{t('signin.title')}</h1>
        {session.unreachable ? (
          <Alert type="warning" showIcon title={t('signin.unreachable')} action={<Button onClick={() => void look()}>{t('retry')}</Button>} />
        ) : session.local ? (
          <p>{t('signin.says')}</p>
        ) : (
          <Alert type="info" showIcon title={t('signin.elsewhere')} />
        )}
        <ul className="desks">
          {session.desks.map((desk) => (
            <li key={desk.name}>
              <button type="button" onClick={() => void enter(desk.name)}>
                <b>{code('desk', desk.name)}{desk.division && ' · ' + place(desk.division, language)}</b>
                <span>{code('desk', desk.name + '.says')}</span>
                <span className="small">{desk.officer}</span>
              </button>
            </li>
          ))}
        </ul>
      </main>
    </>
  );
}
