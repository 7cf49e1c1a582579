import type { LiveSocket } from '../live-socket.ts';
import type { Player } from './player.ts';

/** The persona's voice from the live line to the loudspeaker; the server is told when a turn was heard. Returns what ends it. */
export function playLine(line: Pick<LiveSocket, 'listen' | 'heard'>, player: Player): () => void {
  const hangUp = line.listen({ onFrame: (frame) => player.take(frame), onSound: (sound) => player.sound(sound) });
  const forget = player.subscribe({ onEnded: line.heard });
  return () => {
    hangUp();
    forget();
    player.stop();
  };
}
