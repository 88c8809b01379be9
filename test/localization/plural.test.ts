import { expect } from '@open-wc/testing';
import { plural } from '../../src/localization/plural.js';

describe('plural', () => {
  const forms = { one: () => 'one', few: () => 'few', other: () => 'other' };

  it('takes the form of the language', () => {
    expect([0, 1, 2, 5].map((count) => plural('en', count, forms))).to.deep.equal(['other', 'one', 'other', 'other']);
    expect([0, 1, 2].map((count) => plural('fr', count, forms))).to.deep.equal(['one', 'one', 'other']);
    expect([1, 3, 5, 21, 22].map((count) => plural('ru', count, forms))).to.deep.equal([
      'one',
      'few',
      'other',
      'one',
      'few',
    ]);
    expect(plural('ja', 1, forms)).to.equal('other');
  });

  it('takes “other” where a form was not written', () => {
    expect(plural('ar', 2, { other: () => 'other' })).to.equal('other');
    expect(plural('en', 1, { other: () => 'other' })).to.equal('other');
  });
});
