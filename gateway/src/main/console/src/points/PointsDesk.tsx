import { lazy } from 'react';
import type { DeskProps } from '../app/desks';
import { Ways } from '../app/Ways';
import { useWords } from '../words/i18n';
import { OneHolder } from './OneHolder';

const FilingList = lazy(() => import('./FilingList'));
const PointsEstimate = lazy(() => import('./PointsEstimate'));

export default function PointsDesk({ desk }: DeskProps) {
  const { t } = useWords();
  return (
    <Ways title={t('filing.title')} ways={[
      { name: 'one', title: t('filing.one'), page: () => <OneHolder desk={desk} /> },
      { name: 'list', title: t('filing.list'), page: () => <FilingList desk={desk} /> },
      { name: 'estimate', title: t('points.title'), page: () => <PointsEstimate /> },
    ]} />
  );
}
