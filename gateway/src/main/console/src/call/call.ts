import { csrf, look, signedInAgain } from './session';
import type { Problem } from './types';

/** An answer that is no answer, in the members of the JSON door. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.reason);
  }
}

const unreachable: Problem = { status: 0, reason: 'GATEWAY_UNREACHABLE' };

/** Waits for a new session when the old one ended, so that nothing an officer typed is lost. */
async function send(path: string, init: RequestInit, again = true): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch('/console/api' + path, { ...init, headers: { ...init.headers, ...csrf() } });
  } catch {
    throw new Refused(unreachable);
  }
  if (answer.ok) return answer;
  const problem = (await answer.json().catch(() => ({ status: answer.status, reason: 'HTTP_' + answer.status }))) as Problem;
  if (problem.reason === 'SESSION_ENDED') {
    await signedInAgain();
    return send(path, init);
  }
  if (problem.reason === 'CSRF' && again) {
    await look();
    return send(path, init, false);
  }
  throw new Refused(problem);
}

export async function post<A>(path: string, body: unknown): Promise<A> {
  const answer = await send(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as A;
}

export async function get<A>(path: string): Promise<A> {
  return (await (await send(path, { method: 'GET' })).json()) as A;
}

/** Sends lines and hands each line of the answer on as it comes. */
export async function stream<A>(path: string, lines: unknown[], take: (line: A) => void): Promise<void> {
  const answer = await send(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-ndjson' },
    body: lines.map((line) => JSON.stringify(line)).join('\n') + '\n',
  });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    const parts = (rest + (value ?? '')).split('\n');
    rest = done ? '' : parts.pop()!;
    for (const part of parts) if (part.trim()) take(JSON.parse(part) as A);
    if (done) return;
  }
}
