import { useRef } from 'react';
import { uuid } from '../app/uuid';
import { post } from './call';
import { useCall } from './useCall';

/** One change at a time; the same change asked again after a failure has the same request id, so nothing is done twice. */
export function useChange<A>() {
  const call = useCall<A>();
  const last = useRef<{ change: string; requestId: string }>(undefined);
  async function send(path: string, body: object): Promise<A | undefined> {
    const change = path + JSON.stringify(body);
    if (last.current?.change !== change) last.current = { change, requestId: uuid() };
    const { requestId } = last.current;
    const answer = await call.run(() => post<A>(path, { ...body, requestId }));
    if (answer) last.current = undefined;
    return answer;
  }
  return { answer: call.answer, at: call.at, problem: call.problem, busy: call.busy, clear: call.clear, send };
}
