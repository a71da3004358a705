import { useEffect, useState } from 'react';
import { useCase } from '../app/Case';
import { DateField } from '../app/DateField';
import type { DeskProps } from '../app/desks';
import { Rows } from '../app/Rows';
import { Source } from '../app/Source';
import { Loading, Nothing, ProblemNote } from '../app/states';
import { post } from '../call/call';
import { useCall } from '../call/useCall';
import { useWords } from '../words/i18n';
import { place } from '../words/places';
import { Appointments } from './Appointments';
import { Queue } from './Queue';

export interface Station {
  code: string;
  name: string;
  division: string;
  channel: string;
  windows?: number;
  dailyQuota?: number;
  everyDay?: boolean;
}

export interface Slot {
  station: string;
  day: string;
  free?: number;
  distanceMetres?: number;
}

const MOST = 60;

/** The stations of the division with what is still free, today's queue, and appointments. */
export default function Stations({ desk }: DeskProps) {
  const { t, code, language } = useWords();
  const [caseRef] = useCase(desk.name);
  const [from, setFrom] = useState('');
  const stations = useCall<{ stations?: Station[] }>();
  const slots = useCall<{ slots?: Slot[] }>();
  const readSlots = () => void slots.run(() => post<{ slots?: Slot[] }>('/v1/stations:findSlots', { division: desk.division, from, most: MOST }));
  const read = () => {
    void stations.run(() => post<{ stations?: Station[] }>('/v1/stations:list', { division: desk.division }));
    readSlots();
  };
  useEffect(read, []);
  useEffect(readSlots, [from]);
  const found = stations.answer?.stations ?? [];
  const free = slots.answer?.slots ?? [];
  const name = (station: string) => found.find((each) => each.code === station)?.name ?? station;
  const next = (station: string) => free.find((each) => each.station === station);
  return (
    <>
      <section className="card" aria-labelledby="stations">
        <h2 id="stations">{t('station.title')}</h2>
        <Source department="permit" at={stations.at} again={read} />
        {stations.problem && <ProblemNote problem={stations.problem} retry={read} still={stations.at} department="permit" />}
        {slots.problem && slots.problem.reason !== stations.problem?.reason && <ProblemNote problem={slots.problem} retry={readSlots} still={slots.at} department="permit" />}
        {stations.busy && !stations.answer && <Loading />}
        {stations.answer && !found.length && <Nothing>{t('station.none')}</Nothing>}
        {found.length > 0 && (
          <>
            <DateField label={t('station.from')} value={from} onChange={setFrom} />
            <Rows name={t('station.title')} head={[t('station.name'), t('station.channel'), t('permit.place'), t('station.windows'), t('station.quota'), t('station.days'), t('station.free')]}>
              {found.map((each) => {
                const slot = next(each.code);
                return (
                  <tr key={each.code}>
                    <th scope="row">{each.name}<div className="small">{each.code}</div></th>
                    <td>{code('channel', each.channel)}</td>
                    <td>{place(each.division, language)}</td>
                    <td>{each.windows ?? 0}</td>
                    <td>{each.dailyQuota ?? 0}</td>
                    <td>{t(each.everyDay ? 'station.everyDay' : 'station.workingDays')}</td>
                    <td className="nowrap">{slot ? t('station.slot', { day: slot.day, free: slot.free ?? 0 }) : '—'}</td>
                  </tr>
                );
              })}
            </Rows>
          </>
        )}
      </section>
      {found.length > 0 && <Queue stations={found} />}
      {found.length > 0 && <Appointments stations={found} slots={free} name={name} caseRef={caseRef} booked={readSlots} />}
    </>
  );
}
