import { Alert, Button } from 'antd';
import { Component } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '../words/i18n';

/** Keeps the head of the page when a desk fails, or when a file of a desk is gone after the gateway was renewed. */
export class Fence extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <Failed /> : this.props.children;
  }
}

function Failed() {
  const { t } = useWords();
  return <Alert type="error" showIcon role="alert" title={t('page.failed')} action={<Button onClick={() => location.reload()}>{t('retry')}</Button>} />;
}
