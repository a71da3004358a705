import { Tag } from 'antd';
import { Source } from '../app/Source';
import { ProblemNote } from '../app/states';
import { Sure } from '../app/Sure';
import { useChange } from '../call/useChange';
import { useWords } from '../words/i18n';
import type { RoundProps } from './round';

/** Days, rules and steps of a round; what has no confirmed source is named. */
export function RoundHead({ round, officer, context, etag, at, again }: RoundProps & { etag: string; at?: Date }) {
  const { t, code } = useWords();
  const close = useChange<object>();
  const rank = useChange<object>();
  async function step(done: Promise<object | undefined>) {
    if (await done) again();
  }
  return (
    <section className="card" aria-label={round.id}>
      <h2>{round.id} · {code('mode', round.mode)}</h2>
      <dl>
        <dt>{t('round.filing')}</dt>
        <dd>{round.opens} – {round.closes}{round.filingClosed ? ` · ${t('round.closed')}` : ''}</dd>
        <dt>{t('round.tieBreak')}</dt>
        <dd>{(round.tieBreak ?? []).map((rule) => code('tieBreak', rule)).join(' → ')}</dd>
        <dt>{t('round.publicationDays')}</dt>
        <dd>{t('round.days', { n: round.publicationDays ?? 0 })}</dd>
        <dt>{t('round.source')}</dt>
        <dd>{round.source} {(round.unverified ?? []).map((part) => <Tag key={part} color="gold">{t('round.unverified', { part: code('procedure', part) })}</Tag>)}</dd>
      </dl>
      <Source department="education" at={at} again={again} />
      {officer ? (
        <div className="row no-print">
          {!round.filingClosed && (
            <Sure says={t('round.close')} warns={t('round.close.warns')} busy={close.busy}
              go={() => void step(close.send('/v1/admissionRounds:closeFiling', { round: round.id, etag }))} />
          )}
          <Sure says={t('round.rankIt')} warns={t('round.rankIt.warns', { n: round.publicationDays ?? 0 })} busy={rank.busy}
            go={() => void step(rank.send('/v1/rankings:rank', { round: round.id, context }))} />
        </div>
      ) : <p className="small">{t('round.supervisor')}</p>}
      {close.problem && <ProblemNote problem={close.problem} retry={again} department="education" />}
      {rank.problem && <ProblemNote problem={rank.problem} department="education" />}
    </section>
  );
}
