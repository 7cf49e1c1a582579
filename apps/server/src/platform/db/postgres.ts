import { Client, type ClientBase, type CustomTypesConfig, escapeIdentifier, Pool, types as defaultTypes } from 'pg';
import { errorCode, StartError } from '../start-error.ts';
import type { Logger } from '../log.ts';
import { type Engine, type Executor, typeIds } from './engine.ts';

const asText = (value: string): string => value;
const textTypes = new Set<number>([typeIds.date, typeIds.timestamp, typeIds.timestamptz, typeIds.interval]);

const types: CustomTypesConfig = {
  getTypeParser(id, format) {
    if (id === typeIds.int8) return Number;
    if (textTypes.has(id)) return asText;
    return defaultTypes.getTypeParser(id, format);
  },
};

/** Opens a pool and proves that it works, or throws one sentence about what is wrong. */
export async function openPostgres(url: string, log: Logger): Promise<Engine> {
  const pool = new Pool({ connectionString: url, max: 12, connectionTimeoutMillis: 5000, application_name: 'coachvisio' });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', (error) => log.warn({ err: error }, 'idle database connection lost'));
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    throw new StartError(sentenceFor(url, error));
  }
  return {
    kind: 'postgres',
    async session(work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      const onError = (error: Error) => {
        broken = error;
      };
      client.on('error', onError);
      try {
        return await work(executorOn(client));
      } finally {
        client.off('error', onError);
        client.release(broken);
      }
    },
    async native(sql, values) {
      const result: unknown = await pool.query(sql, values ? [...values] : []);
      return { rows: rowsOf(result) };
    },
    listen: (channel, on) => listenOn(url, channel, on, log),
    close: () => pool.end(),
  };
}

function executorOn(client: ClientBase): Executor {
  return {
    async query(text, params, rowMode) {
      const values = [...params];
      const result = rowMode === 'array' ? await client.query({ text, values, types, rowMode }) : await client.query({ text, values, types });
      return { rows: result.rows };
    },
    async run(sql) {
      await client.query(sql);
    },
  };
}

/** Several statements in one text give several results; the job queue wants all their rows. */
function rowsOf(result: unknown): unknown[] {
  if (Array.isArray(result)) return result.flatMap(rowsOf);
  return typeof result === 'object' && result !== null && 'rows' in result && Array.isArray(result.rows) ? result.rows : [];
}

/** Keeps a connection of its own on the channel and reconnects for as long as nobody stops it. */
async function listenOn(url: string, channel: string, on: (payload: string) => void, log: Logger): Promise<() => Promise<void>> {
  let client: Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let stopped = false;
  const connect = async (): Promise<void> => {
    const next = new Client({ connectionString: url, keepAlive: true, application_name: 'coachvisio listener' });
    next.on('notification', (message) => on(message.payload ?? ''));
    next.on('error', () => undefined);
    next.on('end', () => {
      if (stopped || client !== next) return;
      log.warn({ channel }, 'listener lost, connecting again');
      again();
    });
    await next.connect();
    await next.query(`listen ${escapeIdentifier(channel)}`);
    client = next;
    if (stopped) await next.end();
  };
  const again = (): void => {
    retry = setTimeout(() => connect().catch(again), 1000);
  };
  await connect();
  return async () => {
    stopped = true;
    clearTimeout(retry);
    await client?.end();
  };
}

function sentenceFor(url: string, error: unknown): string {
  const address = new URL(url);
  const where = `${address.hostname}:${address.port || '5432'}`;
  const name = decodeURIComponent(address.pathname.slice(1)) || address.username;
  switch (errorCode(error)) {
    case '28P01':
    case '28000':
      return `The database at ${where} refuses user «${decodeURIComponent(address.username)}»: check the user and the password in DATABASE_URL.`;
    case '3D000':
      return `The database «${name}» does not exist at ${where}: create it, or name another in DATABASE_URL.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The database host ${address.hostname} is unknown: check DATABASE_URL.`;
    default:
      return `The database at ${where} cannot be reached (${errorCode(error) ?? (error instanceof Error ? error.message : 'no answer')}): check that it runs and that DATABASE_URL is right.`;
  }
}
