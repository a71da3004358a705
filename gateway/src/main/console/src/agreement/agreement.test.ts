import { describe, expect, it } from 'vitest';
import { acts, added } from './agreement';
import type { Agreement } from './agreement';

const agreement: Agreement = { id: 'x', owner: 'permit', consumer: 'education', state: 'AGREEMENT_STATE_IN_FORCE', etag: '1' };

describe('an agreement', () => {
  it('is ended by its owner, widened on the wish of its consumer, and nothing to anybody else', () => {
    expect(acts(agreement, 'permit')).toEqual(['narrow', 'suspend', 'revoke']);
    expect(acts(agreement, 'education')).toEqual(['narrow', 'widen']);
    expect(acts(agreement, 'health')).toEqual([]);
  });

  it('that is asked for waits for its owner', () => {
    const asked = { ...agreement, state: 'AGREEMENT_STATE_REQUESTED', request: { terms: {} } };
    expect(acts(asked, 'permit')).toEqual(['approve', 'refuse']);
    expect(acts(asked, 'education')).toEqual([]);
  });

  it('that is suspended is resumed, and one that was revoked is over', () => {
    expect(acts({ ...agreement, state: 'AGREEMENT_STATE_SUSPENDED' }, 'permit')).toEqual(['narrow', 'resume', 'revoke']);
    expect(acts({ ...agreement, state: 'AGREEMENT_STATE_REVOKED' }, 'permit')).toEqual([]);
  });

  it('shows what a request adds to it', () => {
    const now = { grants: [{ dataset: 'dwelling', fields: ['kind'] }] };
    const asked = { grants: [{ dataset: 'dwelling', fields: ['kind', 'shareBp'] }, { dataset: 'name.tag', fields: ['tag'] }] };
    expect(added(now, asked)).toEqual([{ dataset: 'dwelling', fields: ['shareBp'] }, { dataset: 'name.tag', fields: ['tag'] }]);
  });
});
