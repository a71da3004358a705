import { useRef, useState } from 'react';
import { Refused } from './call';
import type { Problem } from './types';

export interface Call<A> {
  answer?: A;
  /** When the answer came, on this machine's clock. */
  at?: Date;
  problem?: Problem;
  busy: boolean;
}

/** One question at a time; a failure leaves the last answer on the screen, and only the latest question is answered. */
export function useCall<A>() {
  const [call, setCall] = useState<Call<A>>({ busy: false });
  const latest = useRef(0);
  async function run(ask: () => Promise<A>, keep = true): Promise<A | undefined> {
    const mine = ++latest.current;
    setCall((before) => ({ ...(keep ? before : {}), problem: undefined, busy: true }));
    try {
      const answer = await ask();
      if (mine === latest.current) setCall({ answer, at: new Date(), busy: false });
      return answer;
    } catch (failure) {
      const problem = failure instanceof Refused ? failure.problem : { status: 0, reason: 'CONSOLE_FAULT', detail: String(failure) };
      if (mine === latest.current) setCall((before) => ({ ...before, problem, busy: false }));
      return undefined;
    }
  }
  /** Puts a newer state of the answer on the screen. */
  const put = (answer: A) => setCall((before) => ({ ...before, answer }));
  return { ...call, run, put, clear: () => { latest.current++; setCall({ busy: false }); } };
}
