import { z } from 'zod';

/** Of each frame of a page: the time since the one before, and how long the main thread ran in between, in milliseconds. */
export interface Frames {
  readonly betweenMs: readonly number[];
  readonly workMs: readonly number[];
}

const Event = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  dur: z.number().optional(),
  tdur: z.number().optional(),
});
type Event = z.output<typeof Event>;
const Trace = z.object({ traceEvents: z.array(z.unknown()) });

/** Tasks of a thread, and what a page does for its next frame, as Chromium names them. All of a frame is in one task. */
const task = /RunTask$/;
const frame = 'FireAnimationFrame';

const endOf = ({ ts, dur = 0 }: Event): number => ts + dur;

/** Reads a trace of Chromium. The page that asks for frames is the one that is looked at. */
export function framesIn(trace: string): Frames {
  const events = Trace.parse(JSON.parse(trace))
    .traceEvents.flatMap((event) => Event.safeParse(event).data ?? [])
    .toSorted((a, b) => a.ts - b.ts);
  const asked = events.filter(({ name }) => name === frame);
  const first = asked[0];
  if (!first) return { betweenMs: [], workMs: [] };
  const isHere = ({ pid, tid }: Event): boolean => pid === first.pid && tid === first.tid;
  const tasks: Event[] = [];
  for (const event of events) {
    if (event.ph !== 'X' || !task.test(event.name) || !isHere(event)) continue;
    const before = tasks.at(-1);
    // A task that runs within another one is counted with it.
    if (!before || event.ts >= endOf(before)) tasks.push(event);
  }
  const framesAt = new Set(asked.filter(isHere).map(({ ts }) => tasks.findLast((each) => each.ts <= ts && ts <= endOf(each))?.ts ?? ts));
  const starts = [...framesAt].toSorted((a, b) => a - b);
  const workMs = starts.slice(1).map(() => 0);
  let index = 0;
  for (const { ts, dur = 0, tdur } of tasks) {
    while (index < workMs.length && (starts[index + 1] ?? Infinity) <= ts) index += 1;
    if (index < workMs.length && ts >= (starts[0] ?? 0)) workMs[index] = (workMs[index] ?? 0) + (tdur ?? dur) / 1000;
  }
  return { betweenMs: starts.slice(1).map((start, at) => (start - (starts[at] ?? start)) / 1000), workMs };
}
