import { useEffect } from 'react';
import { DateField } from '../app/DateField';
import { Loading, ProblemNote } from '../app/states';
import { get } from '../call/call';
import { useCall } from '../call/useCall';
import { useWords } from '../words/i18n';
import type { Grant, Terms } from './agreement';

interface Entry {
  dataset: { id: string; owner: string; sharingClass: string };
  name?: { zh?: string; en?: string };
  sharingBasis?: { zh?: string; en?: string };
  fields?: { path: string; sensitivity?: string; meaning?: { zh?: string; en?: string } }[];
  readers?: { department: string; purposes?: string[] }[];
}

interface Props {
  owner: string;
  consumer: string;
  terms: Terms;
  /** No more than this; absent = what the catalogue offers. */
  within?: Terms;
  change: (terms: Terms) => void;
}

/** Agreements reach every department without being agreed on. */
const OF_ITSELF = 'agreement.';

const without = <T,>(all: T[], one: T) => all.filter((each) => each !== one);

/** Datasets, fields, purposes and days, as the owner's catalogue offers them to this reader. */
export function TermsFields({ owner, consumer, terms, within, change }: Props) {
  const { t, code, pick } = useWords();
  const catalogue = useCall<{ entries?: Entry[] }>();
  const read = () => void catalogue.run(() => get<{ entries?: Entry[] }>(`/v1/departments/${owner}/catalogue`));
  useEffect(read, []);
  const offered = (catalogue.answer?.entries ?? []).filter((entry) => entry.dataset.owner === owner && !entry.dataset.id.startsWith(OF_ITSELF)
    && (within ? within.grants?.some((grant) => grant.dataset === entry.dataset.id) : entry.readers?.some((reader) => reader.department === consumer)));
  const purposes = within?.purposes ?? [...new Set([...(terms.purposes ?? []), ...offered.flatMap((entry) => entry.readers?.find((reader) => reader.department === consumer)?.purposes ?? [])])];
  const grants = terms.grants ?? [];
  const put = (dataset: string, grant?: Grant) => change({ ...terms, grants: [...grants.filter((each) => each.dataset !== dataset), ...(grant ? [grant] : [])] });
  return (
    <>
      {catalogue.problem && <ProblemNote problem={catalogue.problem} retry={read} department={owner} />}
      {catalogue.busy && !catalogue.answer && <Loading />}
      {offered.map((entry) => {
        const { id, sharingClass } = entry.dataset;
        const grant = grants.find((each) => each.dataset === id);
        const limit = within?.grants?.find((each) => each.dataset === id)?.fields;
        const fields = (entry.fields ?? []).filter((field) => !limit?.length || limit.includes(field.path));
        const given = grant?.fields?.length ? grant.fields : fields.map((field) => field.path);
        return (
          <fieldset key={id}>
            <label><input type="checkbox" checked={!!grant} onChange={() => put(id, grant ? undefined : { dataset: id, fields: fields.map((field) => field.path) })} /> <b>{pick(entry.name?.zh, entry.name?.en) || code('dataset', id)}</b> <span className="small">{id} · {code('sharing', sharingClass)}</span></label>
            <div className="small">{pick(entry.sharingBasis?.zh, entry.sharingBasis?.en)}</div>
            {grant && (
              <ul className="checks">
                {fields.map((field) => (
                  <li key={field.path}>
                    <label><input type="checkbox" checked={given.includes(field.path)} onChange={() => put(id, { dataset: id, fields: given.includes(field.path) ? without(given, field.path) : [...given, field.path] })} /> <span className="code">{field.path}</span> {pick(field.meaning?.zh, field.meaning?.en)}</label>
                  </li>
                ))}
              </ul>
            )}
          </fieldset>
        );
      })}
      <fieldset>
        <legend>{t('purpose')}</legend>
        <ul className="checks">
          {purposes.map((each) => (
            <li key={each}><label><input type="checkbox" checked={!!terms.purposes?.includes(each)} onChange={() => change({ ...terms, purposes: terms.purposes?.includes(each) ? without(terms.purposes, each) : [...(terms.purposes ?? []), each] })} /> {code('purpose', each)}</label></li>
          ))}
        </ul>
      </fieldset>
      <div className="fields">
        <DateField label={t('agreement.from')} value={terms.validFrom ?? ''} onChange={(validFrom) => change({ ...terms, validFrom })} />
        <DateField label={t('agreement.to')} value={terms.validTo ?? ''} onChange={(validTo) => change({ ...terms, validTo })} />
      </div>
    </>
  );
}
