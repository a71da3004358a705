import { useRef, useState } from 'react';
import { Refused, stream } from '../call/call';
import type { Decision, Note, Problem } from '../call/types';
import type { Line, Outcome } from './list';

interface Answer {
  key?: string;
  decision?: Decision;
  notes?: Note[];
  error?: Outcome['error'];
  line?: number;
  problem?: Problem;
}

const SHOW_EVERY = 150;

/** Asks for all lines in one stream; answers come in any order and are shown as they come. */
export function useBatch(division: string, caseRef: string) {
  const [lines, setLines] = useState<Line[]>([]);
  const [outcomes, setOutcomes] = useState<Outcome[]>([]);
  const [done, setDone] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const run = useRef(0);

  async function ask(of: Line[]) {
    const mine = ++run.current;
    const got: Outcome[] = new Array<Outcome>(of.length);
    let answered = 0;
    const show = () => {
      if (mine !== run.current) return;
      setOutcomes(got.slice());
      setDone(answered);
    };
    setLines(of);
    setProblem(undefined);
    setBusy(true);
    show();
    const timer = setInterval(show, SHOW_EVERY);
    try {
      await stream<Answer>('/v1/admissions:verifyBatch', of.map((line, i) => question(line, i, division, caseRef)), (answer) => {
        if (answer.problem && !answer.line) throw new Refused(answer.problem);
        const at = answer.line ? answer.line - 1 : Number(answer.key);
        got[at] = answer.problem ? { error: { reason: answer.problem.reason, field: answer.problem.field, text: answer.problem.detail } } : answer;
        answered++;
      });
    } catch (failure) {
      if (mine === run.current) setProblem(failure instanceof Refused ? failure.problem : { status: 0, reason: 'GATEWAY_UNREACHABLE' });
    } finally {
      clearInterval(timer);
      show();
      if (mine === run.current) setBusy(false);
    }
  }

  return { lines, outcomes, done, busy, problem, ask: (of: Line[]) => void ask(of) };
}

/** The key of a line on the way is its place in the list, so two lines of one key stay two. */
function question(line: Line, at: number, division: string, caseRef: string) {
  return {
    key: String(at),
    request: {
      childId: line.childId,
      guardians: line.guardians.map((citizenId) => ({ citizenId })),
      division,
      schoolYear: line.year,
      context: { purpose: 'PURPOSE_SCHOOL_ADMISSION', caseRef },
    },
  };
}
