import { lazy, Suspense } from 'react';
import type { ComponentType } from 'react';
import { NavLink, useParams } from 'react-router';
import type { Desk } from '../call/session';
import { useWords } from '../words/i18n';
import { Loading, Nothing } from './states';

export interface DeskProps {
  desk: Desk;
}

const AdmissionDesk = lazy(() => import('../admission/AdmissionDesk'));
const Exchange = lazy(() => import('../exchange/Exchange'));

const PAGES: Record<string, ComponentType<DeskProps>> = {
  admission: AdmissionDesk,
  insurance: lazy(() => import('../insurance/InsuranceDesk')),
  permit: lazy(() => import('../permit/PermitDesk')),
  points: lazy(() => import('../points/PointsDesk')),
  agreements: lazy(() => import('../agreement/AgreementsDesk')),
  vaccination: lazy(() => import('../vaccination/VaccinationDesk')),
  operator: Exchange,
  supervision: lazy(() => import('../supervision/Supervision')),
  integrator: lazy(() => import('../integrator/Catalogue')),
  resident: lazy(() => import('../resident/ResidentDesk')),
};

/** The pages each desk may open, its own first; what a desk may ask, the contracts say. */
const OPEN: Record<string, string[]> = {
  admission: ['admission', 'integrator'],
  insurance: ['insurance', 'integrator'],
  permit: ['permit', 'integrator'],
  points: ['points', 'insurance', 'integrator'],
  vaccination: ['vaccination', 'integrator'],
  'agreements-permit': ['agreements', 'integrator'],
  'agreements-education': ['agreements', 'integrator'],
  supervisor: ['supervision', 'operator', 'admission', 'integrator'],
  operator: ['operator', 'integrator'],
  integrator: ['integrator'],
  resident: ['resident'],
};

function page(desk: Desk, name: string): string | undefined {
  const open = OPEN[desk.name] ?? [];
  return name === desk.name ? open[0] : open.find((each) => each === name);
}

export function DeskPage({ desk }: DeskProps) {
  const { name = '' } = useParams();
  const { t } = useWords();
  const found = page(desk, name);
  const Found = found && PAGES[found];
  if (!Found) return <Nothing>{t('page.missing')} <NavLink to={'/desk/' + desk.name}>{t('page.home')}</NavLink></Nothing>;
  return (
    <Suspense fallback={<Loading />}>
      <Found desk={desk} />
    </Suspense>
  );
}

export function Links({ desk }: DeskProps) {
  const { t, code } = useWords();
  const names = OPEN[desk.name] ?? [];
  return (
    <nav aria-label={t('product')}>
      {names.map((name) => (
        <NavLink key={name} to={'/desk/' + name}>{name === 'integrator' ? t('integrator.title') : code('desk', name)}</NavLink>
      ))}
    </nav>
  );
}
