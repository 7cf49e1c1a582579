import type { Device } from './choose-face.ts';

let graphics: { readonly name: string | undefined } | undefined;

/** Asked once: a context is expensive, and the card does not change while a page is open. */
function graphicsCard(): string | undefined {
  graphics ??= { name: ask() };
  return graphics.name;
}

function ask(): string | undefined {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (!gl) return undefined;
  const known = gl.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = gl.getParameter(known ? known.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return typeof name === 'string' ? name : '';
}

const TOO_SLOW = 'avatar-too-slow';

const wantsToSaveData = (): boolean => {
  if (!('connection' in navigator)) return false;
  const { connection } = navigator;
  return typeof connection === 'object' && connection !== null && 'saveData' in connection && connection.saveData === true;
};

export const readDevice = (reducedMotion: boolean): Device => ({
  graphics: graphicsCard(),
  reducedMotion,
  saveData: wantsToSaveData(),
  tooSlow: readTooSlow(),
});

function readTooSlow(): boolean {
  try {
    return localStorage.getItem(TOO_SLOW) === '1';
  } catch {
    return false;
  }
}

export function rememberTooSlow(): void {
  try {
    localStorage.setItem(TOO_SLOW, '1');
  } catch {
    // Without storage it is tried again at the next visit.
  }
}
