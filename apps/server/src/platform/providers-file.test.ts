import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'coachvisio-providers-'));
const write = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
afterAll(() => rmSync(folder, { recursive: true }));

const faultsOf = (environment: Record<string, string>): string[] => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  return [];
};
const given = (file: unknown, environment: Record<string, string> = {}) => ({ PROVIDERS_FILE: write('providers.json', file), ...environment });
const one = { url: 'https://a.example/v1', model: 'small' };

describe('the file of providers', () => {
  it('names chains, limits and prices, and where secrets are', () => {
    write('secret', 'from a file\n');
    const file = {
      think: [
        { name: 'first', ...one, url: 'https://a.example/v1/', keyEnv: 'MODEL_KEY_OF_FIRST' },
        { url: 'https://b.example/v1', model: 'large', keyFile: 'secret', limits: { atOnce: 4 } },
      ],
      speak: [{ ...one, voices: { feminine: 'nova' } }],
      hear: [{ ...one, verbatim: true }],
      limits: { firstWordMs: 1200, waiting: 3 },
      prices: { small: { in: 0.15, out: 0.6 } },
    };
    expect(readConfig(given(file, { MODEL_KEY_OF_FIRST: 'from the environment', EMBEDDED_VOICE: 'off' })).providers).toEqual({
      think: [
        { name: 'first', url: 'https://a.example/v1', key: 'from the environment', model: 'small', limits: { atOnce: 64, waiting: 3 } },
        { name: 'b.example', url: 'https://b.example/v1', key: 'from a file', model: 'large', limits: { atOnce: 4, waiting: 3 } },
      ],
      speak: [
        {
          name: 'a.example',
          url: 'https://a.example/v1',
          key: null,
          model: 'small',
          limits: { atOnce: 64, waiting: 3 },
          format: 'pcm',
          voices: { feminine: 'nova' },
        },
      ],
      hear: [{ name: 'a.example', url: 'https://a.example/v1', key: null, model: 'small', limits: { atOnce: 64, waiting: 3 }, verbatim: true }],
      embeddedVoice: false,
      firstWordMs: 1200,
      hearMs: 4000,
      keptSpeechBytes: 128_000_000,
      prices: { small: { in: 0.15, out: 0.6 } },
    });
  });

  it('leaves a role that it does not name to the environment', () => {
    const { think, speak } = readConfig(
      given({ think: [one] }, { SPEAK_URL: 'https://v.example/v1/', SPEAK_NAME: 'tts', SPEAK_VOICES: 'feminine=nova, masculine = onyx,marc-delattre=ash' }),
    ).providers;
    expect(think).toHaveLength(1);
    expect(speak).toMatchObject([{ name: 'v.example', url: 'https://v.example/v1', voices: { feminine: 'nova', masculine: 'onyx', 'marc-delattre': 'ash' } }]);
  });

  it.each<[string, unknown, Record<string, string>, RegExp]>([
    ['no JSON', '{"think": [', {}, /^PROVIDERS_FILE \S+ is not JSON\.$/],
    ['a secret', { think: [{ ...one, key: 'sk-1' }] }, {}, /^PROVIDERS_FILE: think\[0\]\.key stands in the file: secrets do not; name a variable with keyEnv/],
    ['a name that is none', { think: [{ ...one, modle: 'x' }] }, {}, /^PROVIDERS_FILE: think\[0\]\.modle is not a setting\.$/],
    ['a role that is none', { speek: [] }, {}, /^PROVIDERS_FILE: speek is not a setting\.$/],
    ['no address', { hear: [{ model: 'x' }] }, {}, /^PROVIDERS_FILE: hear\[0\]\.url must be an address such as https:/],
    ['a wrong address', { hear: [{ url: 'a.example', model: 'x' }] }, {}, /^PROVIDERS_FILE: hear\[0\]\.url must be an address such as https:/],
    ['no model', { think: [{ url: one.url }] }, {}, /^PROVIDERS_FILE: think\[0\]\.model must be a text\.$/],
    ['no list', { think: one }, {}, /^PROVIDERS_FILE: think must be a list\.$/],
    ['nothing of the kind', [], {}, /^PROVIDERS_FILE: the file must be of type object\.$/],
    ['a limit that is none', { limits: { atOnce: 0 } }, {}, /^PROVIDERS_FILE: limits\.atOnce must be a whole number from 1 to 10000\.$/],
    ['a price that is none', { prices: { small: { in: '1' } } }, {}, /^PROVIDERS_FILE: prices\.small\.in must be a number of euros\.$/],
    ['a variable that is not set', { think: [{ ...one, keyEnv: 'ACME_KEY' }] }, {}, /^ACME_KEY is missing: PROVIDERS_FILE: think\[0\]\.keyEnv says/],
    ['two places for one secret', { think: [{ ...one, keyEnv: 'A', keyFile: 'b' }] }, { A: 'a' }, /^PROVIDERS_FILE: think\[0\] names keyEnv and keyFile/],
    [
      'a secret file that is not there',
      { think: [{ ...one, keyFile: 'nowhere' }] },
      {},
      /^PROVIDERS_FILE: think\[0\]\.keyFile nowhere cannot be read \(ENOENT\)\.$/,
    ],
    ['a role named twice', { think: [one] }, { MODEL_URL: one.url, MODEL_NAME: 'm' }, /^MODEL_NAME and «think» in PROVIDERS_FILE name the same role/],
    ['a voice named twice', { speak: [one] }, { SPEAK_URL: one.url, SPEAK_NAME: 'm' }, /^SPEAK_URL and «speak» in PROVIDERS_FILE name the same role/],
  ])('is refused with %s, in one sentence', (_what, file, environment, sentence) => {
    const faults = faultsOf(given(file, environment));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(sentence);
  });
});

describe('the file of prices', () => {
  it('is read, and refused where it gives no number', () => {
    expect(readConfig({ PRICES_FILE: write('prices.json', { small: { in: 1 } }) }).providers.prices).toEqual({ small: { in: 1 } });
    expect(faultsOf({ PRICES_FILE: write('prices.json', { small: { inn: 1 } }) })).toEqual(['PRICES_FILE: small.inn is not a setting.']);
    expect(faultsOf({ ...given({ prices: { a: {} } }), PRICES_FILE: write('prices.json', {}) })[0]).toMatch(/give prices twice/);
  });
});
