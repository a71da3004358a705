import Papa from 'papaparse';
import type { Decision, Note } from '../call/types';
import { birthDate, fold, iso, schoolYear } from '../identity/citizenId';

/** Lines that one file may have. */
export const MOST = 5000;

const COLUMNS: Record<string, string> = {
  child_id: 'child', 儿童公民身份号码: 'child',
  guardian1_id: 'first', 家长1公民身份号码: 'first',
  guardian2_id: 'second', 家长2公民身份号码: 'second',
  school_year: 'year', 学年: 'year',
  key: 'key', 序号: 'key',
};

export interface Line {
  key: string;
  childId: string;
  guardians: string[];
  year: number;
}

export type Read = { lines: Line[] } | { problem: 'batch.bad.header' | 'batch.bad.empty' | 'batch.bad.large' | 'batch.bad.encoding'; values?: Record<string, unknown> };

export const TEMPLATE = 'key,child_id,guardian1_id,guardian2_id,school_year\r\n1,990301201908300111,990305198705040111,990305198908210125,2025\r\n';

/** Reads a department's list; the numbers are folded, and judged by the service, line by line. */
export function readList(bytes: ArrayBuffer): Read {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { problem: 'batch.bad.encoding' };
  }
  const { data, meta } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (name) => COLUMNS[name.trim().toLowerCase()] ?? name,
  });
  const lacking = ['child', 'first'].filter((column) => !meta.fields?.includes(column));
  if (lacking.length) {
    return { problem: 'batch.bad.header', values: { columns: lacking.map((each) => ({ child: 'child_id', first: 'guardian1_id' })[each]).join(', ') } };
  }
  if (!data.length) return { problem: 'batch.bad.empty' };
  if (data.length > MOST) return { problem: 'batch.bad.large', values: { max: MOST, n: data.length } };
  return { lines: data.map(line) };
}

function line(row: Record<string, string>, index: number): Line {
  const childId = fold(row.child ?? '');
  const born = birthDate(childId);
  return {
    key: (row.key ?? '').trim().slice(0, 64) || String(index + 1),
    childId,
    guardians: [fold(row.first ?? ''), fold(row.second ?? '')].filter((id) => id),
    year: Number(row.year) || (born ? schoolYear(born) : Number(iso(new Date()).slice(0, 4))),
  };
}

/** What became of a line; none while it is waited for. */
export interface Outcome {
  decision?: Decision;
  notes?: Note[];
  error?: { reason: string; field?: string; text?: string };
}
