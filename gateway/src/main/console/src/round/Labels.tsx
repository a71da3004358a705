import { Tag } from 'antd';
import { useWords } from '../words/i18n';

export function Labels({ labels }: { labels?: string[] }) {
  const { code } = useWords();
  if (!labels?.length) return null;
  return <p className="labels">{labels.map((label) => <Tag key={label} color="gold">{code('label', label)}</Tag>)}</p>;
}
