import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import { en as common } from './en';
import * as round from './round';
import * as permit from './permit';
import * as insurance from './insurance';
import * as points from './points';
import * as vaccination from './vaccination';
import * as agreement from './agreement';
import { zh as commonZh } from './zh';

const zh = { ...commonZh, ...round.zh, ...permit.zh, ...insurance.zh, ...points.zh, ...vaccination.zh, ...agreement.zh };
const en: Record<keyof typeof zh, string> = { ...common, ...round.en, ...permit.en, ...insurance.en, ...points.en, ...vaccination.en, ...agreement.en };

export type Language = 'zh-CN' | 'en';
const KEPT = 'onepermit.language';

function kept(): Language {
  return localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh-CN';
}

void i18next.init({
  lng: kept(),
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  initAsync: false,
  showSupportNotice: false,
  resources: { 'zh-CN': { translation: zh }, en: { translation: en } },
});
document.documentElement.lang = i18next.language;

export function speak(language: Language) {
  localStorage.setItem(KEPT, language);
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}

function subscribe(listener: () => void) {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}

export type Word = keyof typeof zh;

export interface Words {
  language: Language;
  t: (word: Word, values?: Record<string, unknown>) => string;
  /** A code of the contracts in words; the code itself when it is new here. */
  code: (kind: string, code: string) => string;
  /** The one of two texts that is in the officer's language. */
  pick: (chinese: string | undefined, english: string | undefined) => string;
}

export function useWords(): Words {
  const language = useSyncExternalStore(subscribe, () => i18next.language) as Language;
  return {
    language,
    t: (word, values) => i18next.t(word, values),
    code: (kind, code) => (i18next.exists(`${kind}.${code}`) ? i18next.t(`${kind}.${code}`) : code),
    pick: (chinese, english) => (language === 'zh-CN' ? chinese || english : english || chinese) ?? '',
  };
}
