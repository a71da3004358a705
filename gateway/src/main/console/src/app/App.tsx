import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useEffect } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { look, useSession } from '../call/session';
import { useWords } from '../words/i18n';
import { Loading, Nothing } from './states';
import { Shell } from './Shell';
import { SignIn } from './SignIn';
import { DeskPage } from './desks';
import { theme } from './theme';

const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce;

export function App() {
  const { language } = useWords();
  useEffect(() => void look(), []);
  return (
    <ConfigProvider
      csp={{ nonce }}
      theme={theme}
      locale={language === 'en' ? enUS : zhCN}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      <Pages />
    </ConfigProvider>
  );
}

function Pages() {
  const session = useSession();
  const { t } = useWords();
  if (session.local === undefined && !session.unreachable) return <Loading />;
  if (!session.desk) return <SignIn />;
  return (
    <Shell desk={session.desk}>
      <Routes>
        <Route path="/" element={<Navigate to={'/desk/' + session.desk.name} replace />} />
        <Route path="/desk/:name" element={<DeskPage desk={session.desk} />} />
        <Route path="*" element={<Nothing>{t('page.missing')}</Nothing>} />
      </Routes>
    </Shell>
  );
}
