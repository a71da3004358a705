import { lazy } from 'react';
import type { DeskProps } from '../app/desks';
import { Ways } from '../app/Ways';
import { useWords } from '../words/i18n';
import { OneApplicant } from './OneApplicant';

const DueList = lazy(() => import('./DueList'));
const Applications = lazy(() => import('./Applications'));
const Stations = lazy(() => import('./Stations'));

export default function PermitDesk({ desk }: DeskProps) {
  const { t } = useWords();
  return (
    <Ways title={t('permit.title')} ways={[
      { name: 'one', title: t('permit.one'), page: () => <OneApplicant desk={desk} /> },
      { name: 'due', title: t('permit.dueList'), page: () => <DueList desk={desk} /> },
      { name: 'applications', title: t('permit.applications'), page: () => <Applications desk={desk} /> },
      { name: 'stations', title: t('station.title'), page: () => <Stations desk={desk} /> },
    ]} />
  );
}
