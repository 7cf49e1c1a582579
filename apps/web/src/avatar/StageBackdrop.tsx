import type { ReactNode } from 'react';
import { Arch } from './rooms/Arch.tsx';
import { Corridor } from './rooms/Corridor.tsx';
import { Files } from './rooms/Files.tsx';
import { Hearing } from './rooms/Hearing.tsx';
import { Lounge } from './rooms/Lounge.tsx';
import { Office } from './rooms/Office.tsx';
import { RecordingSet } from './rooms/RecordingSet.tsx';
import { Studio } from './rooms/Studio.tsx';
import { View } from './rooms/View.tsx';
import { Workshop } from './rooms/Workshop.tsx';
import styles from './StageBackdrop.module.css';

/** All at once: no room is on the first page, and ten of them pass as 7 kB. */
const ROOMS: ReadonlyMap<string, ReactNode> = new Map(
  Object.entries({
    'marc-delattre': <Office />,
    'claire-morel': <Arch />,
    'philippe-garnier': <Files />,
    'julie-ferrand': <Lounge />,
    'thomas-lemaire': <Studio />,
    'ines-laurent': <RecordingSet />,
    'nadia-benkirane': <Workshop />,
    'karen-whitfield': <View />,
    'helene-vasseur': <Hearing />,
    'dr-kessler': <Corridor />,
  }),
);

/** The room around a persona on stage, wide and without anyone in it. */
export function StageBackdrop({ slug, className }: { readonly slug: string; readonly className?: string | undefined }) {
  return (
    <svg
      className={[styles.backdrop, className].filter(Boolean).join(' ')}
      viewBox="0 0 1020 660"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      {ROOMS.get(slug) ?? <Office />}
    </svg>
  );
}
