// A model provider for benches, in a process of its own so that its work is not counted as ours.
// Prints its address; lives until it is killed. Arguments: first token in ms, tokens per second.
import { LLMock } from '@copilotkit/aimock';

const [ttft = '200', tps = '60'] = process.argv.slice(2);
const mock = new LLMock({ port: 0, logLevel: 'silent' });
const reply =
  "D'accord, je vous suis sur ce point, mais j'ai besoin de voir ce que ça donne concrètement sur le premier site. Qu'est-ce que vous pouvez me montrer, et pour quel jour ? Je ne veux pas d'une promesse de plus.";
mock.addFixture({ match: {}, response: { content: reply }, chunkSize: 4, streamingProfile: { ttft: Number(ttft), tps: Number(tps) } });
await mock.start();
console.log(mock.url);
