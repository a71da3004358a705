import { useEffect, useState } from 'react';
import { get, post, Refused } from '../call/call';
import { after, DEPARTMENTS } from './roads';
import type { Dataset, Parked, Replica, Told } from './roads';

const EVERY = 2000;

async function ask(department: string, operator: boolean): Promise<Told> {
  const at = `/v1/departments/${department}`;
  try {
    const [{ datasets }, { replicas }] = await Promise.all([
      get<{ datasets?: Dataset[] }>(at + '/datasets'),
      get<{ replicas?: Replica[] }>(at + '/replicas'),
    ]);
    const stuck = operator && replicas?.some((each) => Number(each.parkedPersons ?? 0) > 0);
    const parked = stuck ? (await post<{ records?: Parked[] }>(at + '/replicas:parked', {})).records : [];
    return { department, datasets: datasets ?? [], replicas: replicas ?? [], parked, down: false };
  } catch (failure) {
    if (failure instanceof Refused && failure.problem.status !== 0) return { department, down: true };
    throw failure;
  }
}

/** The state of the exchange, asked again while somebody looks; what was last known stays when the gateway is gone. */
export function useExchange(operator: boolean) {
  const [told, setTold] = useState<Told[]>();
  const [at, setAt] = useState<Date>();
  const [gone, setGone] = useState(false);
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout>;
    async function again() {
      if (!document.hidden) {
        try {
          const now = await Promise.all(DEPARTMENTS.map((department) => ask(department, operator)));
          if (over) return;
          setTold((before) => after(before ?? [], now));
          setAt(new Date());
          setGone(false);
        } catch {
          if (!over) setGone(true);
        }
      }
      if (!over) timer = setTimeout(() => void again(), EVERY);
    }
    void again();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [operator]);
  return { told, at, gone };
}
