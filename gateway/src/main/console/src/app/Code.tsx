import { QRCode } from 'antd';

/** A code to be read by a camera, with its name for those who do not see it. */
export function Code({ name, value, size, level }: { name: string; value: string; size: number; level: 'L' | 'M' }) {
  return (
    <div role="img" aria-label={name}>
      <div aria-hidden="true"><QRCode type="svg" size={size} bordered={false} errorLevel={level} value={value} /></div>
    </div>
  );
}
