import { Alert } from 'antd';
import type { DeskProps } from '../app/desks';
import { Loading, ProblemNote } from '../app/states';
import { age, clock } from '../decision/words';
import { useWords } from '../words/i18n';
import { place } from '../words/places';
import { ParkedTable } from './ParkedTable';
import { health, replayable, roads } from './roads';
import type { Dataset, Replica, Road } from './roads';
import { useExchange } from './useExchange';

/** Each dataset as a road from its owner to its readers, live. */
export default function Exchange({ desk }: DeskProps) {
  const { t, code, language } = useWords();
  const operator = desk.role === 'operator';
  const { told, at, gone } = useExchange(operator);
  const time = at?.toLocaleTimeString(language, { timeZone: 'Asia/Shanghai' }) ?? '';
  if (!told) return gone ? <ProblemNote problem={{ status: 0, reason: 'GATEWAY_UNREACHABLE' }} /> : <Loading />;
  return (
    <>
      <div className="head">
        <h1>{t('exchange.title')}</h1>
        <span className="small">{t('exchange.updated', { time })}</span>
      </div>
      <p className="small">{t('exchange.says')}</p>
      {gone && <Alert type="warning" showIcon title={t('exchange.stale', { time })} />}
      {told.filter((each) => each.down).map((each) => (
        <Alert key={each.department} type="warning" showIcon title={code('department', each.department)} description={t('exchange.down')} />
      ))}
      <ul className="roads">{roads(told).map((road) => <RoadLine key={road.dataset.id} road={road} down={told.some((each) => each.department === road.dataset.owner && each.down)} />)}</ul>
      {operator && <ParkedTable parked={replayable(told)} at={at} />}
    </>
  );
}

function RoadLine({ road, down }: { road: Road; down: boolean }) {
  const { t, code } = useWords();
  return (
    <li className="road">
      <div className={'stop owner' + (down ? ' unknown' : '')}>
        <b>{code('dataset', road.dataset.id)}</b>
        <span>{code('department', road.dataset.owner)}</span>
        <span className="small">{road.dataset.id}</span>
        <Coverage dataset={road.dataset} />
      </div>
      {road.readers.length === 0 && <span className="small alone">{t('exchange.noreader')}</span>}
      <ul className="readers">{road.readers.map((each) => <Reader key={each.department} {...each} />)}</ul>
    </li>
  );
}

function Coverage({ dataset }: { dataset: Dataset }) {
  const { t, language } = useWords();
  if (!dataset.coverageDivisions?.length) return null;
  const places = dataset.coverageDivisions.map((each) => (each === '*' ? t('exchange.everywhere') : place(each, language)));
  return <span className="small">{t('exchange.coverage', { places: places.join(language === 'en' ? ', ' : '、'), from: dataset.coverageFrom })}</span>;
}

const SIGN = { flowing: '●', behind: '◐', stopped: '✗', unknown: '?' };

function Reader({ department, replica }: { department: string; replica?: Replica }) {
  const { t, code } = useWords();
  const state = health(replica);
  return (
    <li className={'reader ' + state}>
      <span className="lane" aria-hidden="true" />
      <span className="stop">
        <b><span aria-hidden="true">{SIGN[state]}</span> {code('department', department)}</b>
        {replica && (
          <>
            <span>
              {replica.problem ? <b>{code('roadproblem', replica.problem)}</b>
                : Number(replica.lag ?? 0) > 0 ? t('exchange.lag', { n: replica.lag }) : t('exchange.level')}
              {replica.rebuilding && <b> · {t('exchange.rebuilding', { n: replica.shadowApplied ?? 0 })}</b>}
              {Number(replica.parkedPersons ?? 0) > 0 && <b> · {t('exchange.parked', { n: replica.parkedPersons })}</b>}
            </span>
            {replica.watermark && <span className="small">{t('exchange.watermark')} {clock(replica.watermark)} · {age(Number(replica.ageMillis ?? 0), t)}</span>}
          </>
        )}
      </span>
    </li>
  );
}
