import { expect } from '@open-wc/testing';
import { csvCell, csvFile } from '../../src/diagnosis.js';

describe('a CSV file of users', () => {
  it('holds no formula, whoever wrote the text', () => {
    for (const start of [
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      ' =',
      '\n=',
      '\uFF1D',
      '\uFF0B',
      '\uFF0D',
      '\uFF20',
      '\uFEFF=',
    ])
      expect(csvCell(`${start}cmd|'/c calc'!A1`).replace(/^"/, '')).to.match(/^'/);
  });

  it('leaves other texts as they are, quoted where they must be', () => {
    for (const text of ['', 'Ada', 'ada@contoso.example', 'a=b', '1-2', '山田']) expect(csvCell(text)).to.equal(text);
    expect(csvCell('Doe, "Jo"')).to.equal('"Doe, ""Jo"""');
    expect(csvCell('two\nlines')).to.equal('"two\nlines"');
    expect(csvCell('a;b')).to.equal('"a;b"');
  });

  it('is what a spreadsheet expects', () => {
    expect(
      csvFile([
        ['user', 'count'],
        ['Ada', '2'],
      ]),
    ).to.equal('\uFEFFuser,count\r\nAda,2\r\n');
  });
});
