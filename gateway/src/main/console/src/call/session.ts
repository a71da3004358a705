import { useSyncExternalStore } from 'react';

export interface Desk {
  name: string;
  role: string;
  division: string;
  /** Of an administrator: whose agreements; empty or absent for others. */
  department?: string;
  officer: string;
}

export interface Session {
  /** Undefined until the gateway was asked. */
  local?: boolean;
  desks: Desk[];
  desk?: Desk;
  /** The session ended while the page was open: sign in again over the page, whose work stays. */
  ended: boolean;
  /** The gateway could not be asked. */
  unreachable: boolean;
}

let session: Session = { desks: [], ended: false, unreachable: false };
const listeners = new Set<() => void>();

function set(change: Partial<Session>) {
  session = { ...session, ...change };
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const useSession = () => useSyncExternalStore(subscribe, () => session);

export function csrf(): Record<string, string> {
  const token = /(?:^|; )XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1];
  return token ? { 'X-XSRF-TOKEN': decodeURIComponent(token) } : {};
}

/** Asks the gateway who is signed in; its answer brings the cookie that every call must repeat. */
export async function look(): Promise<void> {
  try {
    const answer = await fetch('/console/session', { headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(String(answer.status));
    const found = (await answer.json()) as { local: boolean; desks: Desk[]; desk?: Desk };
    // Somebody whose session ended keeps the page until signing in again.
    set({ ...found, desk: found.desk ?? session.desk, ended: !found.desk && !!session.desk, unreachable: false });
  } catch {
    set({ unreachable: true });
  }
}

export async function signIn(desk: string): Promise<boolean> {
  await look();
  const answer = await fetch('/console/session', {
    method: 'POST',
    headers: { ...csrf(), 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ desk }),
  }).catch(() => undefined);
  if (!answer?.ok) {
    set({ unreachable: !answer });
    return false;
  }
  const { desk: found } = (await answer.json()) as { desk: Desk };
  set({ desk: found, ended: false, unreachable: false });
  waiting.splice(0).forEach((go) => go());
  return true;
}

export async function signOut(): Promise<void> {
  await fetch('/console/session', { method: 'DELETE', headers: csrf() }).catch(() => undefined);
  waiting.length = 0;
  set({ desk: undefined, ended: false });
}

const waiting: (() => void)[] = [];

/** Resolves when the officer has signed in again. */
export function signedInAgain(): Promise<void> {
  set({ ended: true });
  return new Promise((resolve) => waiting.push(resolve));
}
