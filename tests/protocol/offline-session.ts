// A whole session where there is no network but loopback: started by offline.test.ts in a network of its own. Prints what came.
import { LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import { readSound } from '@coachvisio/contract/speech.ts';
import { removeFolder, runServer, temporaryFolder } from '../../scripts/run-server.ts';
import { beginSession, enterDemo, readReport, ticketFor } from './person.ts';

const folder = await temporaryFolder();
const server = await runServer(folder, { EMBEDDED_VOICE: 'on' });
const reached = await fetch('http://192.0.2.1/', { signal: AbortSignal.timeout(2000) }).then(
  () => true,
  () => false,
);
const learner = await enterDemo(server.url);
const session = await beginSession(learner, { scenario: 'contrat-client-mefiant' });
const socket = new WebSocket(`${server.url.replace(/^http/, 'ws')}/v1/sessions/${session.id}/live`);
socket.binaryType = 'arraybuffer';
let speechMs = 0;
let rate = 22_050;
const over = new Promise<void>((resolve) => {
  const lines = ['Racontez-moi ce qui s’est passé avec les deux prestataires précédents.', 'Le premier site sera prêt le 4 décembre, je m’y engage par écrit.'];
  socket.addEventListener('message', ({ data }) => {
    if (typeof data !== 'string') {
      const sound = readSound(new Uint8Array(data));
      speechMs += ((sound?.samples.length ?? 0) / rate) * 1000;
      return;
    }
    const frame = LiveServerFrame.parse(JSON.parse(data));
    if (frame.type === 'sentence') rate = frame.sampleRate;
    if (frame.type === 'ended') resolve();
    // Every reply is heard to its end before the next line.
    if (frame.type !== 'speech_end') return;
    const line = lines.shift();
    socket.send(JSON.stringify(line === undefined ? { type: 'end' } : { type: 'say', clientTurnId: `line-${lines.length}`, text: line }));
  });
});
socket.addEventListener('open', () => {
  void ticketFor(learner, session.id).then((ticket) =>
    socket.send(JSON.stringify({ type: 'hello', protocol: 1, ticket, lastSeq: 0, voice: { speak: true, hear: false } })),
  );
});
await over;
socket.close();
const report = await readReport(learner, session.id);
const pdf = await learner.bytes(`/v1/sessions/${session.id}/report.pdf`);
console.log(
  JSON.stringify({ reached, speechMs: Math.round(speechMs), criteria: report.criteria.length, pdf: pdf.subarray(0, 5).toString(), pdfBytes: pdf.length }),
);
await server.stop();
await removeFolder(folder);
