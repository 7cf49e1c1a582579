import { microphoneRate } from './microphone-format.ts';

/** Plays what the microphone gave, once: for somebody who wants to hear how they are heard. */
export async function playSamples(packets: readonly Int16Array[]): Promise<void> {
  const length = packets.reduce((sum, packet) => sum + packet.length, 0);
  if (length === 0) return;
  const context = new AudioContext();
  const buffer = context.createBuffer(1, length, microphoneRate);
  const channel = buffer.getChannelData(0);
  let at = 0;
  for (const packet of packets) {
    for (const sample of packet) {
      channel[at] = sample / 32_768;
      at += 1;
    }
  }
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.connect(context.destination);
  const over = new Promise((resolve) => source.addEventListener('ended', resolve));
  source.start();
  await over;
  await context.close();
}
