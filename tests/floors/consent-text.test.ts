import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordingTextVersion } from '@coachvisio/contract/recording.ts';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { root } from './scratch-tree.ts';

/** What each version of the text said. A version that somebody agreed to is never reworded: a new text is a new version. */
const versions: Readonly<Record<number, string>> = {
  1: '7a41fa7fd8f12502dbb4831752d00702ff2cb617786315d815164522febd026d',
};

const Sentences = z.object({ consent: z.record(z.string(), z.string()) });

it('a consent is to a text that has not changed since its version was given', () => {
  const texts = ['fr', 'en'].map((locale) => Sentences.parse(JSON.parse(readFileSync(join(root, 'locales', locale, 'recording.json'), 'utf8'))).consent);
  const hash = createHash('sha256').update(JSON.stringify(texts)).digest('hex');
  expect(versions[recordingTextVersion], 'the text was changed: raise recordingTextVersion and write its hash down here').toBe(hash);
});
