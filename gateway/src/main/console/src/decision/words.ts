import type { Evidence, Decision } from '../call/types';
import type { Words } from '../words/i18n';
import { place } from '../words/places';

const TIME: Intl.DateTimeFormatOptions = {
  timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false,
};

/** In Chinese time, YYYY-MM-DD HH:MM:SS. */
export function clock(time: string | undefined): string {
  return time ? new Date(time).toLocaleString('sv-SE', TIME) : '';
}

export function age(millis: number, t: Words['t']): string {
  const seconds = millis / 1000;
  if (seconds < 10) return t('age.ms', { n: Math.max(0, seconds).toFixed(1) });
  if (seconds < 120) return t('age.s', { n: Math.round(seconds) });
  if (seconds < 7200) return t('age.min', { n: Math.round(seconds / 60) });
  return seconds < 172800 ? t('age.h', { n: Math.round(seconds / 3600) }) : t('age.d', { n: Math.round(seconds / 86400) });
}

/** Whether it may be relied on; never by colour alone. */
export function freshness(evidence: Evidence): 'fresh' | 'absent' | 'stale' | 'gone' {
  switch (evidence.origin) {
    case 'ABSENT': return 'absent';
    case 'STALE': return 'stale';
    case 'UNAVAILABLE': return 'gone';
    default: return 'fresh';
  }
}

export type Tone = 'good' | 'wait' | 'bad' | 'look';

export function tone(decision: Decision): Tone {
  if (decision.result?.code === 'INCOMPLETE') return 'wait';
  switch (decision.outcome) {
    case 'OUTCOME_ELIGIBLE': return 'good';
    case 'OUTCOME_NOT_ELIGIBLE': case 'OUTCOME_VETOED': return 'bad';
    case 'OUTCOME_NOT_YET': case 'OUTCOME_PENDING_EVIDENCE': return 'wait';
    default: return 'look';
  }
}

const ANSWERS = ['COMPLETE', 'INCOMPLETE', 'BENEFIT_PLACE'];

/** The answer in words: the place or the state where that is what was asked, else whether somebody may. */
export function headline(decision: Decision, { code, language }: Words): string {
  const { result } = decision;
  if (decision.outcome !== 'OUTCOME_ELIGIBLE' || !result?.code || !ANSWERS.includes(result.code)) return code('outcome', decision.outcome);
  return code('result', result.code) + (result.division ? (language === 'en' ? ': ' : '：') + place(result.division, language) : '');
}

/** Doses to be caught up; what else a result lists, its criteria say in words. */
export function stillToCome(decision: Decision): string[] {
  return /CATCHUP|INCOMPLETE/.test(decision.result?.code ?? '') ? decision.result?.items ?? [] : [];
}

export function allMet(decision: Decision): boolean {
  return decision.outcome === 'OUTCOME_ELIGIBLE'
    && !!decision.criteria?.every((each) => /_MET$|_NOT_APPLICABLE$/.test(each.status) && !/_NOT_MET$/.test(each.status));
}

/** Points are given in parts of a point where the rules say so. */
export function points(value: number | undefined, scale: number | undefined): string {
  return value === undefined ? '' : String(value / (scale || 1));
}

const NEVER_FINAL = ['SYNTHETIC_RULE_SET', 'EXPIRED_RULE_SET', 'WHAT_IF'];

/** Under such a rule set nothing becomes final, whoever confirms it. */
export const neverFinal = (decision: Decision) => !!decision.labels?.some((label) => NEVER_FINAL.includes(label));
