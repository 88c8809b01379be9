import { expect } from '@open-wc/testing';
import { plural } from '../../src/localization/plural.js';

describe('plural', () => {
  const text = '{count, plural, one {# one} few {# few} other {# other}}';
  const read = (locale: string, counts: number[], message = text) =>
    counts.map((count) => plural(locale, count, message));

  it('takes the form of the language', () => {
    expect(read('en', [0, 1, 2])).to.deep.equal(['0 other', '1 one', '2 other']);
    expect(read('fr', [0, 1, 2])).to.deep.equal(['0 one', '1 one', '2 other']);
    expect(read('ru', [1, 3, 5, 21, 22])).to.deep.equal(['1 one', '3 few', '5 other', '21 one', '22 few']);
    expect(read('ja', [1])).to.deep.equal(['1 other']);
  });

  it('writes the number as the language does, wherever the form has it', () => {
    expect(read('de', [12345], '{count, plural, one {Eine} other {Es sind # Personen.}}')).to.deep.equal([
      'Es sind 12.345 Personen.',
    ]);
    expect(read('fa', [7])[0]).to.match(/^۷ /);
  });

  it('takes “other” where a form was not written', () => {
    expect(read('ru', [2], '{count, plural, other {# in all}}')).to.deep.equal(['2 in all']);
  });
});
