import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LiveNotice } from '@coachvisio/contract/live-protocol.ts';
import type { LiveSocket } from '../../kit/live-socket.ts';
import type { LiveState } from '../../kit/live-state.ts';
import { changePreferences } from '../../kit/preferences.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { EarsNow } from './stage-ears.ts';
import { useLasting } from './use-lasting.ts';

type StageNoticesProps = {
  readonly live: LiveState;
  readonly line: LiveSocket;
  readonly firstName: string;
  readonly bannerSeen: boolean;
  /** Nothing can be heard before somebody touches the page. */
  readonly onUnlock: (() => Promise<void>) | undefined;
  readonly micProblem: EarsNow['problem'];
  readonly onMicAgain: () => void;
  readonly micTrouble: EarsNow['trouble'];
  readonly onMicTroubleRead: () => void;
};

/** What a service did, and what goes on all the same. */
const troubles = {
  'model.fallback': 'line.fallback',
  'speak.fallback': 'voice.fallback',
  'speak.lost': 'voice.lost',
  'hear.late': 'mic.late',
  'hear.failed': 'mic.failed',
  'hear.nothing': 'mic.nothing',
} as const satisfies Partial<Record<LiveNotice, string>>;

const troubleOf = (notice: LiveNotice | null) => (notice !== null && isTrouble(notice) ? troubles[notice] : undefined);
const isTrouble = (notice: LiveNotice): notice is keyof typeof troubles => notice in troubles;

/** Good news leaves by itself; what needs doing stays. */
const goodNewsMs = 10_000;

/** What happened to the line, what was kept, one action. Everything else stays where it was. */
export function StageNotices({ live, line, firstName, bannerSeen, onUnlock, micProblem, onMicAgain, micTrouble, onMicTroubleRead }: StageNoticesProps) {
  const { t } = useTranslation('session');
  // A loss of a few hundred milliseconds mends itself before anybody could read about it.
  const lost = useLasting(live.link === 'reconnecting' || live.link === 'offline', 600);
  useEffect(() => {
    if (live.link !== 'back') return;
    const timer = setTimeout(line.closeNotice, goodNewsMs);
    return () => clearTimeout(timer);
  }, [live.link, line]);

  // Whoever answers has understood: the banner has said what it had to, and the sign in the corner goes on saying it.
  const answered = live.outbox.length > 0 || live.turns.some((turn) => turn.who === 'learner');
  useEffect(() => {
    if (answered && !bannerSeen) changePreferences({ aiBannerSeen: true });
  }, [answered, bannerSeen]);

  const kept = live.outbox.length > 0 ? t('line.outbox') : t('line.kept');

  if (live.link === 'closed' && live.closed !== 'ended') return <Closed live={live} line={line} />;
  if (lost) {
    return (
      <Notice
        tone="watch"
        announce="status"
        title={live.link === 'offline' ? t('line.offline') : t('line.lost')}
        action={
          <Button size="s" onClick={() => line.reopen()}>
            {t('line.now')}
          </Button>
        }
      >
        {kept}
      </Notice>
    );
  }
  if (live.queue) {
    const minutes = Math.max(1, Math.ceil(live.queue.waitMs / 60_000));
    return (
      <Notice tone="accent" icon="clock" announce="status" title={t('queue.title', { count: live.queue.position })}>
        {t('queue.text', { count: minutes })}
      </Notice>
    );
  }
  if (live.link === 'back') {
    return (
      <Notice
        tone="good"
        announce="status"
        title={t('line.back')}
        action={
          <Button size="s" onClick={line.closeNotice}>
            {t('line.ok')}
          </Button>
        }
      >
        {t('line.backText')}
      </Notice>
    );
  }
  if (onUnlock) {
    return (
      <Notice
        tone="accent"
        icon="sound"
        action={
          <Button size="s" variant="primary" onClick={() => void onUnlock()}>
            {t('voice.unlock')}
          </Button>
        }
      >
        {t('voice.unlockText', { name: firstName })}
      </Notice>
    );
  }
  if (micProblem !== null && live.status !== 'ended') {
    return (
      <Notice
        tone="watch"
        announce="status"
        title={micProblem === 'lost' ? t('mic.lost') : t(`micCheck.problem.${micProblem}`)}
        action={
          <Button size="s" onClick={onMicAgain}>
            {t('micCheck.again')}
          </Button>
        }
      >
        {micProblem !== 'lost' && t(`micCheck.help.${micProblem}`)}
      </Notice>
    );
  }
  if (micTrouble !== null && live.status !== 'ended') return <MicTrouble trouble={micTrouble} firstName={firstName} onRead={onMicTroubleRead} />;
  const trouble = troubleOf(live.notice);
  if (trouble) {
    return (
      <Notice
        announce="status"
        action={
          <Button size="s" onClick={line.closeNotice}>
            {t('line.ok')}
          </Button>
        }
      >
        {t(trouble, { name: firstName })}
      </Notice>
    );
  }
  if (!bannerSeen && !answered && live.status !== 'ended') {
    return (
      <Notice
        tone="accent"
        title={t('banner.title', { name: firstName })}
        action={
          <Button size="s" onClick={() => changePreferences({ aiBannerSeen: true })}>
            {t('banner.ok')}
          </Button>
        }
      >
        {t('banner.text')}
      </Notice>
    );
  }
  return null;
}

/** The microphone is open, and something is wrong nevertheless. */
function MicTrouble({ trouble, firstName, onRead }: Readonly<{ trouble: 'echo' | 'unheard'; firstName: string; onRead: () => void }>) {
  const { t } = useTranslation('session');
  if (trouble === 'unheard') {
    return (
      <Notice
        tone="watch"
        announce="status"
        title={t('mic.unheard')}
        action={
          <Button size="s" onClick={onRead}>
            {t('line.ok')}
          </Button>
        }
      >
        {t('mic.unheardText')}
      </Notice>
    );
  }
  const hold = () => {
    changePreferences({ pushToTalk: true });
    onRead();
  };
  return (
    <Notice
      announce="status"
      title={t('mic.echo', { name: firstName })}
      action={
        <>
          <Button size="s" onClick={hold}>
            {t('mic.echoHold')}
          </Button>
          <Button size="s" variant="text" onClick={onRead}>
            {t('line.ok')}
          </Button>
        </>
      }
    >
      {t('mic.echoText')}
    </Notice>
  );
}

function Closed({ live, line }: { readonly live: LiveState; readonly line: LiveSocket }) {
  const { t } = useTranslation('session');
  if (live.closed === 'moved') {
    return (
      <Notice
        tone="watch"
        announce="alert"
        title={t('line.moved')}
        action={
          <Button size="s" onClick={() => line.reopen()}>
            {t('line.here')}
          </Button>
        }
      >
        {t('line.movedText')}
      </Notice>
    );
  }
  if (live.closed === 'unauthorised') {
    return (
      <Notice
        tone="watch"
        announce="alert"
        title={t('line.door')}
        action={
          <Button asChild size="s">
            <Link to={`/sign-in?next=${encodeURIComponent(location.pathname)}`}>{t('line.signIn')}</Link>
          </Button>
        }
      >
        {t('line.kept')}
      </Notice>
    );
  }
  return (
    <Notice
      tone="watch"
      announce="alert"
      title={t('line.failed')}
      action={
        <Button size="s" icon="replay" onClick={() => location.reload()}>
          {t('line.reload')}
        </Button>
      }
    >
      {t('line.kept')}
    </Notice>
  );
}
