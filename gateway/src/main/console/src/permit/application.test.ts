import { expect, test } from 'vitest';
import { hashOf, kindsAsked, type Filed } from './application';

const draft: Filed = {
  application: { id: 'A-1', division: '350203', state: 'APPLICATION_STATE_DRAFT' },
  etag: 'v1',
  facts: [],
  missing: [
    { code: 'PHOTO', anyOf: ['PHOTO'] },
    { code: 'NONE_OF_THREE', anyOf: ['LEASE', 'LABOUR_CONTRACT'] },
  ],
};

test('a draft asks for what would be missing', () => {
  expect(kindsAsked(draft)).toEqual(['PHOTO', 'LEASE', 'LABOUR_CONTRACT']);
});

test('a returned application asks for what its notice lists and was not handed in', () => {
  const returned: Filed = {
    ...draft,
    missing: [],
    application: {
      ...draft.application,
      state: 'APPLICATION_STATE_RETURNED',
      materials: [{ kind: 'PHOTO' }],
      notice: { on: '2025-07-07', items: draft.missing },
    },
  };
  expect(kindsAsked(returned)).toEqual(['LEASE', 'LABOUR_CONTRACT']);
});

test('a file goes out as its hash', async () => {
  expect(await hashOf(new Blob(['abc']))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
