import { useSyncExternalStore } from 'react'
import { z } from 'zod'

/** How this device shows things. Nothing here is worth an account setting, and nothing breaks when it is lost. */
const Preferences = z.object({
  theme: z.enum(['light', 'dark', 'system']).catch('system'),
  timerShown: z.boolean().catch(true),
  /** Captions follow the pace of speech; otherwise a reply shows at once. */
  captionsPaced: z.boolean().catch(true),
  portraitStill: z.boolean().catch(false),
  /** Shortcuts of a single letter can be turned off (WCAG 2.1.4): speech input types letters by accident. */
  letterKeys: z.boolean().catch(true),
  aiBannerSeen: z.boolean().catch(false),
})
export type Preferences = z.infer<typeof Preferences>

const key = 'coachvisio.preferences'
const listeners = new Set<() => void>()
let current = read()

function read(): Preferences {
  try {
    return Preferences.parse(JSON.parse(localStorage.getItem(key) ?? '{}'))
  } catch {
    return Preferences.parse({})
  }
}

export function changePreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  try {
    localStorage.setItem(key, JSON.stringify(current))
  } catch {
    // A full or forbidden storage only means that the choice lasts as long as the page.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  const onStorage = () => {
    current = read()
    listener()
  }
  listeners.add(listener)
  window.addEventListener('storage', onStorage)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', onStorage)
  }
}

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, () => current)
