/** Names that other tools set and that stand close to one of ours. */
const foreign = new Set([
  'HOSTNAME',
  'HOSTTYPE',
  'MAIL',
  'MAILCHECK',
  'MAILPATH',
  'NODE_PATH',
  'LOGNAME',
  'HOME',
  'PATH',
  'POSIX',
  'TERM',
  'USER',
  'PWD',
  'LANG',
  'SHELL',
  'PORTS',
  'PS1',
  'TMP',
]);

/** A name that begins like ours can only be meant for us. */
const ours = [
  'MODEL_',
  'SPEAK_',
  'HEAR_',
  'PROVIDERS_',
  'PRICES_',
  'EMBEDDED_VOICE',
  'LIVE_SESSIONS',
  'RATER_',
  'SMTP_',
  'DATABASE_',
  'DATA_',
  'AUTH_',
  'DEMO_',
  'PUBLIC_',
  'ROLES_',
  'TRUST_PROXY',
  'SHUTDOWN_',
  'RATE_LIMIT',
  'MAIL_FROM',
];

/**
 * One sentence for each name that looks like a setting and is none. Short names (HOST, PORT, DEMO, ROLES) are four or
 * five letters from half of any environment, so for those only a swap of two letters or one edit at equal length counts.
 * `meant`: names that some other setting says to read.
 */
export function misspelt(names: readonly string[], known: readonly string[], meant: readonly string[] = []): string[] {
  return names
    .filter((name) => !known.includes(name) && !foreign.has(name) && !meant.includes(name))
    .flatMap((name) => {
      // Names that differ more in length than a slip of the pen are not compared: an environment holds a hundred of them.
      const nearest = known
        .filter((setting) => Math.abs(setting.length - name.length) <= 2)
        .map((setting) => ({ setting, distance: distance(name, setting) }))
        .sort((a, b) => a.distance - b.distance)[0];
      if (nearest && nearest.distance <= allowed(name, nearest.setting)) return [`${name} is not a setting; did you mean ${nearest.setting}?`];
      const stem = ours.find((prefix) => name.startsWith(prefix));
      return stem
        ? [`${name} is not a setting; those that begin like it are ${known.filter((it) => it.startsWith(stem.replace(/_.*$/, ''))).join(', ')}.`]
        : [];
    });
}

function allowed(name: string, setting: string): number {
  if (setting.length > 6) return 2;
  return name.length === setting.length ? 1 : 0;
}

/** Edits between two names; a swap of two neighbours is one edit (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    rows.push(line);
    for (let column = 1; column <= b.length; column += 1) {
      const swap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const edits = [at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1)];
      line.push(Math.min(...edits, swap ? at(row - 2, column - 2) + 1 : Infinity));
    }
  }
  return at(a.length, b.length);
}
