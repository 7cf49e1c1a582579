/**
 * Whether somebody is signed in; `undefined` when the server does not say. Asked before `/v1/me` by pages that are open
 * to all: it answers 200 to a stranger, whose console should not show a fault.
 */
export async function hasSession(): Promise<boolean | undefined> {
  const response = await fetch('/v1/auth/get-session', { headers: { accept: 'application/json' } }).catch(() => undefined);
  if (!response?.ok) return undefined;
  const said: unknown = await response.json().catch(() => null);
  return said !== null;
}
