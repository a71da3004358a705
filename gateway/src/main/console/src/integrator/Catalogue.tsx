import { Input, Tag } from 'antd';
import { useEffect, useId, useState } from 'react';
import { Loading, Nothing, ProblemNote } from '../app/states';
import { get } from '../call/call';
import { useCall } from '../call/useCall';
import { useWords } from '../words/i18n';

interface Text {
  zh?: string;
  en?: string;
}

interface Entry {
  dataset: { id: string; owner: string; sharingClass: string; topic?: string };
  name?: Text;
  definition?: Text;
  sharingBasis?: Text;
  readers?: { department: string; purposes?: string[] }[];
}

/** Everything the departments share, as the catalogue has it. */
export default function Catalogue() {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const call = useCall<{ entries?: Entry[] }>();
  const id = useId();
  const ask = () => void call.run(() => get<{ entries?: Entry[] }>('/v1/departments/education/catalogue'));
  useEffect(ask, []);
  const sought = words.trim().toLowerCase();
  const found = (call.answer?.entries ?? []).filter((entry) => !sought || JSON.stringify(entry).toLowerCase().includes(sought));
  return (
    <>
      <div className="head"><h1>{t('integrator.title')}</h1></div>
      <p>{t('integrator.says')} <a href="/openapi.json">/openapi.json</a></p>
      <div className="field">
        <label htmlFor={id}>{t('integrator.search')}</label>
        <Input id={id} type="search" value={words} onChange={(event) => setWords(event.target.value)} className="search" />
      </div>
      {call.problem && <ProblemNote problem={call.problem} retry={ask} department="education" />}
      {call.busy && !call.answer && <Loading />}
      {call.answer && !found.length && <Nothing>{t('integrator.none')}</Nothing>}
      {found.map((entry) => <Card key={entry.dataset.id} entry={entry} />)}
    </>
  );
}

function Card({ entry }: { entry: Entry }) {
  const { t, code, pick, language } = useWords();
  const said = (text: Text | undefined) => pick(text?.zh, text?.en);
  return (
    <section className="card">
      <h2>{said(entry.name) || code('dataset', entry.dataset.id)} <Tag>{entry.dataset.id}</Tag></h2>
      <p>{said(entry.definition)}</p>
      <dl>
        <dt>{t('integrator.owner')}</dt><dd>{code('department', entry.dataset.owner)}</dd>
        <dt>{t('integrator.class')}</dt><dd>{said(entry.sharingBasis) || code('sharing', entry.dataset.sharingClass)}</dd>
        <dt>{t('integrator.readers')}</dt>
        <dd>{entry.readers?.map((each) => code('department', each.department)).join(language === 'en' ? ', ' : '、') || t('none')}</dd>
      </dl>
    </section>
  );
}
