import type { ThemeConfig } from 'antd';

/** Colours that keep a contrast of 4.5 to 1 on white and on the page's grey. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0b5394',
    colorLink: '#0b5394',
    colorError: '#b3261e',
    colorTextPlaceholder: '#5f6b7a',
    colorTextDescription: '#4a5563',
    colorBorder: '#8a94a3',
    borderRadius: 4,
    fontFamily: "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'WenQuanYi Zen Hei', sans-serif",
    motion: false,
  },
};
