import type { Decision, Evidence } from '../call/types';
import { useWords } from '../words/i18n';
import { withPlaces } from '../words/places';
import { age, clock, freshness } from './words';

/** Every fact with whose it is, which department it is from, and how old it was when it was used. */
export function EvidenceTable({ decision }: { decision: Decision }) {
  const { t } = useWords();
  return (
    <div className="wide facts" tabIndex={0} role="region" aria-label={t('decision.evidence')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('decision.person')}</th>
            <th scope="col">{t('decision.dataset')}</th>
            <th scope="col">{t('decision.value')}</th>
            <th scope="col">{t('decision.department')}</th>
            <th scope="col">{t('decision.asof')}</th>
            <th scope="col">{t('decision.freshness')}</th>
          </tr>
        </thead>
        <tbody>{facts(decision).map(([key, fact]) => <Line key={key} {...fact} />)}</tbody>
      </table>
    </div>
  );
}

interface Fact {
  evidence: Evidence;
  /** Records it was read from. */
  records: number;
}

/** Records of one dataset and person are used together, so they are one line here, as old as the oldest of them. */
function facts(decision: Decision): [string, Fact][] {
  const lines = new Map<string, Fact>();
  for (const each of decision.evidence ?? []) {
    const key = [each.subject, each.dataset, each.origin].join('|');
    const before = lines.get(key);
    lines.set(key, before ? { evidence: together(before.evidence, each), records: before.records + 1 } : { evidence: each, records: 1 });
  }
  return [...lines];
}

function together(one: Evidence, other: Evidence): Evidence {
  const older = Number(other.ageMillis ?? 0) > Number(one.ageMillis ?? 0) ? other : one;
  return { ...older, value: both(one.value, other.value, '; '), valueZh: both(one.valueZh, other.valueZh, '；') };
}

function both(one: string | undefined, other: string | undefined, between: string): string | undefined {
  return one && other && one !== other ? one + between + other : one || other;
}

const LONG = 90;

/** A long list of months is opened by whoever wants it. */
function Content({ text, records }: { text: string; records: number }) {
  const { t } = useWords();
  const count = t('decision.records', { n: records });
  if (text.length > LONG) return <details><summary>{count}</summary>{text}</details>;
  return <>{text}{records > 1 && <span className="small"> · {count}</span>}</>;
}

function Line({ evidence, records }: Fact) {
  const { t, code, pick, language } = useWords();
  const level = freshness(evidence);
  return (
    <tr>
      <td>{code('subject', evidence.subject)}</td>
      <th scope="row">{code('dataset', evidence.dataset)}</th>
      <td><Content text={withPlaces(pick(evidence.valueZh, evidence.value), language)} records={records} /></td>
      <td>{code('department', evidence.source)}</td>
      <td>{clock(evidence.asOf)}</td>
      <td>
        <span className={'dot ' + level} aria-hidden="true" /> {code('origin', evidence.origin)}
        {evidence.asOf && <span className="small"> · {age(Number(evidence.ageMillis ?? 0), t)}</span>}
      </td>
    </tr>
  );
}
