import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { countedTrips, type NetworkState, NetworkWatch } from './network-watch.ts';
import styles from './NetworkCheck.module.css';

/** No answer after this long is none: the persona would have begun to wonder. */
const lostMs = 2000;
/** The height of the scale: what voice bears at most. */
const tallestMs = 800;

/** The server's cheapest answer, which no limit counts: a class behind one address may all look at once. */
const ping = async (stopped: AbortSignal): Promise<void> => {
  const ending = new AbortController();
  const end = () => ending.abort();
  const late = setTimeout(end, lostMs);
  stopped.addEventListener('abort', end);
  try {
    const answer = await fetch('/healthz', { cache: 'no-store', signal: ending.signal });
    // Unread, it would keep its connection.
    await answer.text();
    if (!answer.ok) throw new Error('the server does not answer');
  } finally {
    clearTimeout(late);
    stopped.removeEventListener('abort', end);
  }
};

/** Ten a second are spread over what a sentence takes, and leave room for what the page itself still loads. */
const restMs = 80;
const rest = () => new Promise<void>((resolve) => setTimeout(resolve, restMs));

const tones = { good: 'good', usable: 'watch', bad: 'live', none: 'live' } as const;

/** What the way to the server is good for, and what to do about it. It keeps nobody from beginning. `canHold`: one may talk while a key is held. */
export function NetworkCheck({ canHold }: { readonly canHold: boolean }) {
  const { t } = useTranslation('session');
  const [watch] = useState(() => new NetworkWatch({ ping, rest, now: () => performance.now(), isOnline: () => navigator.onLine, events: window }));
  useEffect(() => watch.start(), [watch]);
  const state = useSyncExternalStore(watch.subscribe, watch.state);
  const verdict = state.is === 'measured' ? state.verdict : state.is === 'none' ? 'none' : null;
  const advice = () => {
    if (state.is === 'measuring') return t('network.measuring');
    if (state.is === 'none') return t(`network.say.${state.why}`);
    return t(state.verdict === 'usable' && canHold ? 'network.say.usableOrHold' : `network.say.${state.verdict}`);
  };
  return (
    <section className={styles.check} aria-labelledby="network">
      <div className={styles.head}>
        <h3 id="network">{t('network.title')}</h3>
        {verdict && (
          <Badge tone={tones[verdict]} icon={verdict === 'good' ? 'check' : 'warning'}>
            {t(`network.${verdict}`)}
          </Badge>
        )}
      </div>
      <Trips state={state} />
      <output className={styles.say}>{advice()}</output>
      <div className={styles.foot}>
        <p className={styles.figures}>
          {state.is === 'measured' && t('network.figures', { p50: state.p50, jitter: state.jitter })}
          {state.is === 'measured' && state.lost > 0 && ` ${t('network.lost', { count: state.lost })}`}
        </p>
        <Button
          className={styles.again}
          variant="text"
          size="s"
          icon="replay"
          aria-label={t('network.againLabel')}
          busy={state.is === 'measuring'}
          onClick={watch.again}
        >
          {t('network.again')}
        </Button>
      </div>
    </section>
  );
}

/** One bar for each round trip, as tall as it took; the figures below say the same in words. */
function Trips({ state }: { readonly state: NetworkState }) {
  const tripsMs = state.is === 'none' ? [] : state.tripsMs;
  return (
    <svg
      className={styles.trips}
      data-verdict={state.is === 'measured' ? state.verdict : state.is}
      viewBox="0 0 100 24"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {Array.from({ length: countedTrips }, (_, index) => {
        const ms = tripsMs[index];
        const height = ms === undefined ? 2 : 3 + 21 * Math.sqrt(Math.min(1, ms / tallestMs));
        return <rect key={index} x={index * 12.7} y={24 - height} width="11" height={height} className={ms === undefined ? styles.missing : styles.trip} />;
      })}
    </svg>
  );
}
