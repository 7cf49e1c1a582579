import { execFile, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { z } from 'zod';

/** A network of its own with nothing but loopback: Linux gives one to whoever may have a user namespace. */
const alone = ['-rn', 'sh', '-c', 'ip link set lo up && exec "$0" "$@"'];
const canBeAlone = spawnSync('unshare', [...alone, 'true']).status === 0;

const Said = z.object({ reached: z.boolean(), speechMs: z.number(), criteria: z.int(), pdf: z.string(), pdfBytes: z.int() });

it.skipIf(!canBeAlone)(
  'holds a session that is spoken, writes its debrief and prints it where there is no network at all',
  async () => {
    const script = fileURLToPath(new URL('offline-session.ts', import.meta.url));
    const { stdout } = await promisify(execFile)('unshare', [...alone, process.execPath, script]);
    const said = Said.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
    expect(said.reached).toBe(false);
    // An opening, two answers and a farewell are more than ten seconds of speech.
    expect(said.speechMs).toBeGreaterThan(10_000);
    expect(said.criteria).toBeGreaterThan(3);
    expect(said.pdf).toBe('%PDF-');
    expect(said.pdfBytes).toBeGreaterThan(20_000);
  },
  180_000,
);
