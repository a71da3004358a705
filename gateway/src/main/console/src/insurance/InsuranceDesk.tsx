import { lazy } from 'react';
import type { DeskProps } from '../app/desks';
import { Ways } from '../app/Ways';
import { useWords } from '../words/i18n';
import { OnePerson } from './OnePerson';

const Transfers = lazy(() => import('./Transfers'));
const PointsEstimate = lazy(() => import('../points/PointsEstimate'));

export default function InsuranceDesk({ desk }: DeskProps) {
  const { t } = useWords();
  return (
    <Ways title={t('insurance.title')} ways={[
      { name: 'one', title: t('insurance.one'), page: () => <OnePerson desk={desk} /> },
      { name: 'transfers', title: t('transfer.title'), page: () => <Transfers desk={desk} /> },
      { name: 'estimate', title: t('points.title'), page: () => <PointsEstimate /> },
    ]} />
  );
}
