/** How a face is shown: `auto` lets the device decide. */
export type Quality = 'auto' | 'svg' | '3d';

/** What the page knows about the device before it shows a head. */
export type Device = {
  /** Name of the graphics card; empty if the browser keeps it to itself; `undefined` without WebGL 2. */
  readonly graphics: string | undefined;
  readonly reducedMotion: boolean;
  readonly saveData: boolean;
  /** It was tried here and was too slow. */
  readonly tooSlow: boolean;
};

/** Graphics computed by the processor: it has speech to listen to. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|microsoft basic|apple software/i;

const isSoftware = (graphics: string): boolean => SOFTWARE.test(graphics);

export function chooseFace(quality: Quality, device: Device): 'svg' | '3d' {
  if (quality === 'svg' || device.graphics === undefined || device.reducedMotion) return 'svg';
  if (quality === '3d') return '3d';
  return device.saveData || device.tooSlow || isSoftware(device.graphics) ? 'svg' : '3d';
}

const WINDOW_MS = 2000;
/** Two frames in three of a 60 Hz screen would be missed above this. */
const SLOWEST_MS = 24;
/** The first frames carry the upload of the head and say nothing about the ones that follow. */
const WARM_UP_MS = 500;

/** Watches the time between frames; says `true` once, when their median over two seconds is too long. */
export function createPace(): (frameMs: number) => boolean {
  let frames: number[] = [];
  let warm = 0;
  let sum = 0;
  return (frameMs) => {
    // A tab that was hidden did not draw slowly, it did not draw.
    if (frameMs > 250) return false;
    warm += frameMs;
    if (warm < WARM_UP_MS) return false;
    frames.push(frameMs);
    sum += frameMs;
    if (sum < WINDOW_MS) return false;
    const median = frames.toSorted((a, b) => a - b)[frames.length >> 1] ?? 0;
    frames = [];
    sum = 0;
    return median > SLOWEST_MS;
  };
}
