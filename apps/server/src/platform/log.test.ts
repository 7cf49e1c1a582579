import { describe, expect, it } from 'vitest';
import { createLog } from './log.ts';

describe('an error in the log', () => {
  const logged = (error: Error): string => {
    const lines: string[] = [];
    createLog('info', { write: (line) => void lines.push(line) }).error({ err: error }, 'it failed');
    return lines.join('');
  };

  it('tells what failed and where', () => {
    expect(JSON.parse(logged(new TypeError('no such thing')))).toMatchObject({
      err: { type: 'TypeError', message: 'no such thing', at: expect.arrayContaining([expect.stringContaining('log.test.ts')]) },
    });
  });

  it('quotes nothing that was to be written, in no form in which a library wraps it', () => {
    const database = Object.assign(new Error('value «secret» is too long'), { severity: 'ERROR', code: '22001' });
    const wrapped = Object.assign(new Error('Failed query\nparams: a,\n  at secret, over lines', { cause: database }), { query: 'insert', params: ['secret'] });
    const mail = Object.assign(new Error('550 secret@example.org unknown'), { responseCode: 550, code: 'EENVELOPE' });
    for (const error of [database, wrapped, mail, new Error('outer', { cause: wrapped })]) expect(logged(error)).not.toContain('secret');
    expect(JSON.parse(logged(wrapped))).toMatchObject({ err: { code: '22001' } });
  });
});
