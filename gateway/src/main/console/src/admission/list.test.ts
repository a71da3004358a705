import { describe, expect, it } from 'vitest';
import { exported } from '../app/exported';
import { readList, TEMPLATE } from './list';

const bytes = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer;

describe('a list of families', () => {
  it('is what the template shows', () => {
    expect(readList(bytes(TEMPLATE))).toEqual({
      lines: [{ key: '1', childId: '990301201908300111', guardians: ['990305198705040111', '990305198908210125'], year: 2025 }],
    });
  });

  it('may have Chinese columns, full-width digits and no year', () => {
    expect(readList(bytes('\ufeff儿童公民身份号码,家长1公民身份号码\n９９０３０１２０１９０８３００１１１,990305198705040111\n\n'))).toEqual({
      lines: [{ key: '1', childId: '990301201908300111', guardians: ['990305198705040111'], year: 2025 }],
    });
  });

  it('without its columns, without lines, or in another encoding is none', () => {
    expect(readList(bytes('name\nx\n'))).toMatchObject({ problem: 'batch.bad.header', values: { columns: 'child_id, guardian1_id' } });
    expect(readList(bytes('child_id,guardian1_id\n'))).toMatchObject({ problem: 'batch.bad.empty' });
    expect(readList(new Uint8Array([0xb6, 0xf9, 0xcd, 0xaf, 0xd0]).buffer)).toMatchObject({ problem: 'batch.bad.encoding' });
  });
});

it('what is exported says who took it out, and is no formula', () => {
  const text = exported('by officer', ['key'], [['=1+1'], ['a,b']]);
  expect(text.split('\r\n')).toEqual(['\ufeffby officer', 'key', "'=1+1", '"a,b"', 'by officer']);
});
