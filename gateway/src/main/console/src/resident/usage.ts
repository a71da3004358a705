import type { Words } from '../words/i18n';

export interface Text {
  zh?: string;
  en?: string;
}

/** One look, as the gateway merges them over the departments. */
export interface Usage {
  time: string;
  department: string;
  office?: { department?: string; role?: string; division?: string };
  action?: Text;
  basis?: Text;
  purpose?: string;
  caseRef?: string;
  datasets?: { id: string; owner?: string; name?: Text }[];
  leaf?: { origin: string; index?: string };
  own?: boolean;
  answered?: boolean;
}

export interface Found {
  usages?: Usage[];
  nextPageToken?: string;
  missing?: { department: string; reason: string }[];
  withheld?: { department: string; kinds?: { id: string; action?: Text; basis?: Text }[] }[];
}

export interface Filter {
  department: string;
  from: string;
  to: string;
}

/** The question of a filter; days are days in China, the last of them included. */
export function question(filter: Filter, pageToken = '') {
  return {
    pageSize: 50,
    pageToken,
    ...(filter.department && { departments: [filter.department] }),
    ...(filter.from && { from: new Date(filter.from + 'T00:00:00+08:00').toISOString() }),
    ...(filter.to && { to: new Date(Date.parse(filter.to + 'T00:00:00+08:00') + 86_400_000).toISOString() }),
  };
}

/** The next page behind what is shown; who was missing is told anew by each. */
export function joined(before: Found, next: Found): Found {
  return { ...next, usages: [...(before.usages ?? []), ...(next.usages ?? [])] };
}

/** What was looked at and whose it is. */
export function datasets(usage: Usage, { pick, code, language }: Words): string {
  const names = (usage.datasets ?? []).map((each) => {
    const name = pick(each.name?.zh, each.name?.en) || code('dataset', each.id);
    return each.owner ? (language === 'en' ? `${name} (${code('department', each.owner)})` : `${name}（${code('department', each.owner)}）`) : name;
  });
  return names.join(language === 'en' ? ', ' : '、');
}
