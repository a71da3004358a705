import { post } from './call';

const MOST_PAGES = 40;

/** All pages of a list as one answer: that of the first page, with the lines of the others behind its own. */
export async function pages<A extends { nextPageToken?: string }>(path: string, body: object, key: keyof A): Promise<A> {
  const first = await post<A>(path, body);
  const lines = [...((first[key] as unknown[] | undefined) ?? [])];
  let token = first.nextPageToken;
  for (let page = 1; token && page < MOST_PAGES; page++) {
    const next: A = await post<A>(path, { ...body, pageToken: token });
    lines.push(...((next[key] as unknown[] | undefined) ?? []));
    token = next.nextPageToken;
  }
  return { ...first, [key]: lines, nextPageToken: token ?? '' };
}
