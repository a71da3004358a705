import { lazy } from 'react';
import type { DeskProps } from '../app/desks';
import { Ways } from '../app/Ways';
import { useWords } from '../words/i18n';
import { OneFamily } from './OneFamily';

const Batch = lazy(() => import('./Batch'));
const SchoolCheck = lazy(() => import('../school/SchoolCheck'));
const RoundPage = lazy(() => import('../round/RoundPage'));

export default function AdmissionDesk({ desk }: DeskProps) {
  const { t } = useWords();
  return (
    <Ways title={t('admission.title')} ways={[
      { name: 'one', title: t('admission.one'), page: () => <OneFamily desk={desk} /> },
      { name: 'list', title: t('admission.batch'), page: () => <Batch desk={desk} /> },
      { name: 'round', title: t('admission.round'), page: () => <RoundPage desk={desk} /> },
      { name: 'school', title: t('school.title'), page: () => <SchoolCheck desk={desk} /> },
    ]} />
  );
}
