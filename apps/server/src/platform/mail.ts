import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { newId } from './id.ts';
import type { Logger } from './log.ts';

export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mail {
  readonly kind: 'smtp' | 'folder';
  send(message: Message): Promise<void>;
}

/**
 * Mail through SMTP_URL; without it each message becomes a file in `DATA_DIR/mail`, so that signing in can be
 * tried offline. A mail is rare: its library is loaded with the first, and no connection is kept.
 */
export function openMail(config: Config, log: Logger): Mail {
  return config.smtpUrl ? smtpMail(config.smtpUrl, config.mailFrom) : folderMail(config, log);
}

function smtpMail(url: string, from: string): Mail {
  // A mail server that hangs must not hold a request for nodemailer's default of two minutes.
  const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
  return {
    kind: 'smtp',
    async send(message) {
      const { createTransport } = await import('nodemailer');
      const transport = createTransport({ url, ...timeouts });
      await transport.sendMail({ from, ...message });
      transport.close();
    },
  };
}

function folderMail({ dataDir, mailFrom: from, production }: Config, log: Logger): Mail {
  const folder = join(dataDir, 'mail');
  return {
    kind: 'folder',
    async send(message) {
      const { createTransport } = await import('nodemailer');
      const transport = createTransport({ streamTransport: true, buffer: true });
      const sent = await transport.sendMail({ from, ...message });
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = join(folder, `${newId('mail')}.eml`);
      await writeFile(file, sent.message, { mode: 0o600 });
      // The link lets whoever reads the log sign in: handy on one's own machine, and nowhere else.
      const link = production ? undefined : /https?:\/\/\S+/.exec(message.text)?.[0];
      log.info({ file, link }, 'mail written');
    },
  };
}
