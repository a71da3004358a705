import { Button } from 'antd';
import { useId, useState } from 'react';
import { Case } from '../app/Case';
import { DateField } from '../app/DateField';
import { ProblemNote } from '../app/states';
import { Sure } from '../app/Sure';
import { useChange } from '../call/useChange';
import { fault } from '../identity/citizenId';
import { IdField } from '../identity/IdField';
import { useWords } from '../words/i18n';
import { PURPOSE } from './permit';
import type { Slot, Station } from './Stations';

interface Booked {
  appointment?: { id: string; station: string; day: string; homeVisit?: boolean };
  offers?: Slot[];
}

interface Props {
  stations: Station[];
  slots: Slot[];
  name: (station: string) => string;
  caseRef: string;
  booked: () => void;
}

/** An appointment for one person; a day that is full offers the next free ones of the city. */
export function Appointments({ stations, slots, name, caseRef, booked }: Props) {
  const { t } = useWords();
  const field = useId();
  const [id, setId] = useState('');
  const [station, setStation] = useState(stations[0]!.code);
  const [chosen, setDay] = useState('');
  const day = chosen || (slots.find((each) => each.station === station)?.day ?? '');
  const [homeVisit, setHomeVisit] = useState(false);
  const book = useChange<Booked>();
  const cancel = useChange<object>();
  const context = { purpose: PURPOSE, caseRef };
  async function go(at: string, on: string) {
    cancel.clear();
    if (fault(id, new Date()) || !on) return;
    if (await book.send('/v1/appointments:book', { citizenId: id, station: at, day: on, homeVisit, context })) booked();
  }
  async function takeBack(appointmentId: string) {
    if (!(await cancel.send('/v1/appointments:cancel', { citizenId: id, appointmentId, context }))) return;
    book.clear();
    booked();
  }
  const made = book.answer?.appointment;
  return (
    <section className="card" aria-labelledby="appointments">
      <h2 id="appointments">{t('appointment.title')}</h2>
      <form noValidate onSubmit={(event) => { event.preventDefault(); void go(station, day); }}>
        <div className="fields">
          <IdField label={t('id.label')} value={id} onChange={setId} required />
          <div className="field">
            <label htmlFor={field}>{t('station.name')}</label>
            <select id={field} value={station} onChange={(event) => setStation(event.target.value)}>
              {stations.map((each) => <option key={each.code} value={each.code}>{each.name}</option>)}
            </select>
          </div>
          <DateField label={t('appointment.day')} value={day} onChange={setDay} />
        </div>
        <p><input id={field + 'h'} type="checkbox" checked={homeVisit} onChange={(event) => setHomeVisit(event.target.checked)} /> <label htmlFor={field + 'h'}>{t('appointment.home')}</label></p>
        <Case purpose={PURPOSE} reference={caseRef} />
        <Button htmlType="submit" disabled={book.busy || !day || !!fault(id, new Date())}>{t('appointment.book')}</Button>
      </form>
      {book.problem && <ProblemNote problem={book.problem} department="permit" />}
      {cancel.problem && <ProblemNote problem={cancel.problem} department="permit" />}
      <div role="status">
        {made && (
          <p>
            <b>{t('appointment.made', { station: name(made.station), day: made.day })}</b> <span className="code">{made.id}</span>{' '}
            <Sure small danger says={t('appointment.cancel')} warns={t('appointment.cancel.warns')} busy={cancel.busy} go={() => void takeBack(made.id)} />
          </p>
        )}
        {cancel.answer && <p>{t('appointment.cancelled')}</p>}
        {book.answer && !made && <p><b>{t('appointment.full')}</b></p>}
      </div>
      {!made && (book.answer?.offers ?? []).map((each) => (
        <Button key={each.station + each.day} onClick={() => void go(each.station, each.day)}>{name(each.station)} · {t('station.slot', { day: each.day, free: each.free ?? 0 })}</Button>
      ))}
    </section>
  );
}
