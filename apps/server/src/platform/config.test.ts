import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const messageOf = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'accepted';
};

describe('settings', () => {
  it('need nothing on a machine of one’s own', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      publicUrl: 'http://127.0.0.1:8080',
      databaseUrl: null,
      demo: true,
      roles: ['web', 'live', 'worker'],
      providers: { think: [], speak: [], hear: [], embeddedVoice: true, firstWordMs: 2500, prices: {} },
      rater: null,
      rateLimit: true,
    });
  });

  it('turn the demo off in production unless asked for', () => {
    expect(readConfig({ NODE_ENV: 'production' }).demo).toBe(false);
    expect(readConfig({ NODE_ENV: 'production', DEMO: 'on' }).demo).toBe(true);
  });

  it('take an empty value for no value', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 8080, databaseUrl: null });
  });

  it('drop the slash at the end of addresses', () => {
    expect(readConfig({ PUBLIC_URL: 'https://a.example/', MODEL_URL: 'https://m.example/v1/', MODEL_NAME: 'm' })).toMatchObject({
      publicUrl: 'https://a.example',
      providers: { think: [{ name: 'm.example', url: 'https://m.example/v1' }] },
    });
  });

  it('let a model rate with or without one that words the persona', () => {
    const address = { MODEL_URL: 'https://m.example/v1/', MODEL_KEY: 'k' };
    const rater = { url: 'https://m.example/v1', key: 'k', name: 'r', timeoutMs: 30_000, count: 3 };
    expect(readConfig({ ...address, RATER_NAME: 'r' })).toMatchObject({ providers: { think: [] }, rater });
    expect(readConfig({ ...address, MODEL_NAME: 'm', RATER_NAME: 'r', RATER_COUNT: '5' })).toMatchObject({
      providers: { think: [{ model: 'm' }] },
      rater: { ...rater, count: 5 },
    });
    expect(readConfig({ ...address, MODEL_NAME: 'm' }).rater).toBeNull();
  });

  it.each([
    [{ PORT: '80a' }, /^PORT must be a whole number from 0 to 65535\.$/],
    [{ PORT: '70000' }, /^PORT must be a whole number from 0 to 65535\.$/],
    [{ DEMO: 'yes' }, /^DEMO must be on or off\.$/],
    [{ RECORDING_DAYS: '31' }, /^RECORDING_DAYS must be a whole number from 1 to 30\.$/],
    [{ RECORDING_DAYS: '0' }, /^RECORDING_DAYS must be a whole number from 1 to 30\.$/],
    [{ STORAGE_KEY: 'short' }, /^STORAGE_KEY must hold at least 32 random characters; `openssl rand -hex 32` makes some\.$/],
    [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL must be an address such as postgres:/],
    [{ PUBLIC_URL: 'coachvisio.example' }, /^PUBLIC_URL must be an address such as https:/],
    [{ ROLES: 'web,cron' }, /^ROLES must be a comma-separated list of web, live, worker\.$/],
    [{ ROLES: 'web' }, /^ROLES must name web, live and worker without DATABASE_URL/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of fatal/],
    [{ AUTH_SECRET: 'short' }, /^AUTH_SECRET must hold at least 32/],
    [{ SMTP_URL: 'mail.example' }, /^SMTP_URL must be an address such as smtps:/],
    [{ MODEL_URL: 'https://m.example/v1' }, /^MODEL_NAME is missing/],
    [{ MODEL_NAME: 'm' }, /^MODEL_URL is missing/],
    [{ SPEAK_URL: 'https://v.example/v1' }, /^SPEAK_NAME is missing/],
    [{ SPEAK_VOICES: 'feminine=nova' }, /^SPEAK_URL is missing/],
    [{ SPEAK_VOICES: 'nova' }, /^SPEAK_VOICES must name voices, such as feminine=nova/],
    [{ SPEAK_FORMAT: 'mp3' }, /^SPEAK_FORMAT must be pcm or wav\.$/],
    [{ HEAR_NAME: 'whisper' }, /^HEAR_URL is missing/],
    [{ HEAR_VERBATIM: 'yes' }, /^HEAR_VERBATIM must be on or off\.$/],
    [{ EMBEDDED_VOICE: 'no' }, /^EMBEDDED_VOICE must be on or off\.$/],
    [{ LIVE_SESSIONS_MOST: '0' }, /^LIVE_SESSIONS_MOST must be a whole number from 1/],
    [{ PROVIDERS_FILE: '/nowhere/providers.json' }, /^PROVIDERS_FILE \/nowhere\/providers\.json cannot be read \(ENOENT\)\.$/],
    [{ RATER_NAME: 'm' }, /^MODEL_URL is missing: RATER_NAME is asked at that address/],
    [{ RATER_COUNT: '6' }, /^RATER_COUNT must be a whole number from 1 to 5\.$/],
    [{ RATER_TIMEOUT_MS: '5' }, /^RATER_TIMEOUT_MS must be a whole number from 100 to 60000\.$/],
    [{ NODE_ENV: 'production', DATABASE_URL: 'postgres://h/d' }, /^AUTH_SECRET is missing/],
    [{ NODE_ENV: 'production', RATE_LIMIT: 'off' }, /^RATE_LIMIT=off is for measuring/],
  ])('say what to write instead of %o', (environment, sentence) => {
    expect(messageOf(environment)).toMatch(sentence);
  });

  it.each([
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DATABASE_URI', 'DATABASE_URL'],
    ['DATADIR', 'DATA_DIR'],
    ['PROT', 'PORT'],
    ['HOTS', 'HOST'],
    ['DEOM', 'DEMO'],
    ['ROLSE', 'ROLES'],
    ['MODEL_TIMEOUT', 'MODEL_TIMEOUT_MS'],
    ['MODEL_KEYS', 'MODEL_KEY'],
    ['SPEAK_VOICE', 'SPEAK_VOICES'],
    ['HEAR_VERBATM', 'HEAR_VERBATIM'],
    ['PROVIDER_FILE', 'PROVIDERS_FILE'],
    ['LIVE_SESSION_MOST', 'LIVE_SESSIONS_MOST'],
    ['RATER_NAMES', 'RATER_NAME'],
    ['RATER_COUNTS', 'RATER_COUNT'],
    ['SMTP_HOST', 'SMTP_URL'],
    ['AUTH_TOKEN', 'AUTH_SECRET'],
    ['PUBLIC_URLS', 'PUBLIC_URL'],
    ['TRUSTPROXY', 'TRUST_PROXY'],
  ])('name the right one for %s', (name, right) => {
    expect(messageOf({ [name]: 'on' })).toMatch(new RegExp(`^${name} is not a setting; .*${right}`));
  });

  it('leave the rest of an environment alone', () => {
    const usual = [
      'HOSTNAME',
      'HOME',
      'PATH',
      'PWD',
      'OLDPWD',
      'SHELL',
      'USER',
      'LANG',
      'TERM',
      'EDITOR',
      'MAIL',
      'LS_COLORS',
      'NODE_OPTIONS',
      'NODE_VERSION',
      'npm_config_cache',
      'PORTAL',
      'TZ',
      'CI',
      'DEBUG',
      'PGHOST',
      'POSTGRES_PASSWORD',
      'KUBERNETES_SERVICE_HOST',
      'SSH_AUTH_SOCK',
      'XAUTHORITY',
      'TEST_DATABASE_URL',
      'NO_PROXY',
      'https_proxy',
      'COLORTERM',
      'PAGER',
      'LOGNAME',
    ];
    expect(messageOf(Object.fromEntries(usual.map((name) => [name, 'x'])))).toBe('accepted');
  });

  it('name every fault at once', () => {
    expect(messageOf({ PORT: 'x', DEMO: 'x', SMTP_ULR: 'x' }).split('\n')).toHaveLength(3);
  });
});
