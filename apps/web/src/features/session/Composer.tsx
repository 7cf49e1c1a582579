import { type FormEvent, type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { turnLimit } from '@coachvisio/contract/live-protocol.ts';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { decimal } from '../../kit/format.ts';
import { useLocale } from '../../kit/i18n.ts';
import type { LiveSocket } from '../../kit/live-socket.ts';
import type { LiveState } from '../../kit/live-state.ts';
import { useTabState } from '../../kit/tab-store.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import words from '../../ui/words.module.css';
import styles from './Composer.module.css';

type ComposerProps = {
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly session: string;
  readonly live: LiveState;
  readonly line: LiveSocket;
  readonly firstName: string;
  /** Paused or over: the field makes room, what is in it stays. */
  readonly hidden: boolean;
  readonly onSaid: () => void;
};

/** Say how much room is left from here on. */
const nearLimit = turnLimit - 1000;

type Refusal = 'empty' | 'long' | 'wait';

export function Composer({ ref, session, live, line, firstName, hidden, onSaid }: ComposerProps) {
  const { t } = useTranslation('session');
  const locale = useLocale();
  const [text, setText] = useTabState(`coachvisio.draft.${session}`, z.string(), '');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => field.current ?? document.createElement('textarea'), []);
  const over = text.length - turnLimit;

  // Words that the server would not take come back to the field, before whatever was typed since.
  useEffect(
    () =>
      line.subscribe(() => {
        const { returned, notice } = line.state();
        if (!returned) return;
        line.takeBack();
        const typed = field.current?.value ?? '';
        setText(typed === '' ? returned.text : `${returned.text}\n${typed}`);
        setRefusal(notice === 'turn.wait' ? 'wait' : notice === 'turn.too_long' ? 'long' : notice === 'turn.empty' ? 'empty' : null);
      }),
    [line, setText],
  );

  const send = () => {
    const said = text.trim();
    if (said === '') return setRefusal('empty');
    if (said.length > turnLimit) return setRefusal('long');
    // Words that flow may be cut short by an answer; words that have not begun are waited for.
    if (live.floor !== 'learner' && !live.speaking?.text) return setRefusal('wait');
    setRefusal(null);
    setText('');
    onSaid();
    line.say(said);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
    field.current?.focus({ preventScroll: true });
  };

  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };

  const note =
    over > 0
      ? t('composer.over', { count: over, shown: decimal(over, locale) })
      : text.length > nearLimit
        ? t('composer.left', { count: -over, shown: decimal(-over, locale) })
        : refusal === 'empty'
          ? t('composer.empty')
          : refusal === 'wait'
            ? t('composer.wait', { name: firstName })
            : live.outbox.length > 0 && live.link !== 'open'
              ? t('composer.later')
              : null;

  return (
    <form className={styles.composer} hidden={hidden} onSubmit={submit}>
      <label className={words.hidden} htmlFor="composer">
        {t('composer.label', { name: firstName })}
      </label>
      {/* A hidden copy of the text in the same cell makes the field as high as its words. */}
      <div className={styles.grow} data-text={text}>
        <textarea
          id="composer"
          ref={field}
          className={styles.field}
          rows={1}
          value={text}
          placeholder={t('composer.placeholder', { name: firstName })}
          aria-describedby="composer-note"
          aria-invalid={over > 0 || undefined}
          autoComplete="off"
          enterKeyHint="send"
          lang={locale}
          onChange={(event) => {
            setText(event.target.value);
            setRefusal(null);
            if (event.target.value.trim() !== '') line.composing();
          }}
          onKeyDown={press}
        />
      </div>
      <Button type="submit" variant="primary" round size="s" icon="send" className={styles.send} aria-label={t('composer.send')} />
      <output id="composer-note" className={classNames(styles.note, over > 0 && styles.over)}>
        {note}
      </output>
    </form>
  );
}
