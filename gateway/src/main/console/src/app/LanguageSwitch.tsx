import { Button } from 'antd';
import { speak, useWords } from '../words/i18n';

export function LanguageSwitch() {
  const { language } = useWords();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <Button type="text" lang={other} className="on-dark" onClick={() => speak(other)}>
      {other === 'en' ? 'English' : '中文'}
    </Button>
  );
}
