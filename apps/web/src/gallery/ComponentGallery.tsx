import { useState } from 'react';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Field } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { ICON_PATHS, type IconName } from '../ui/icon-paths.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { Level } from '../ui/Level.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Progress } from '../ui/Progress.tsx';
import { Quote } from '../ui/Quote.tsx';
import { Ring } from '../ui/Ring.tsx';
import { Select } from '../ui/Select.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { Switch } from '../ui/Switch.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import styles from './gallery.module.css';

const isIcon = (name: string): name is IconName => name in ICON_PATHS;
const TONES = ['neutral', 'accent', 'good', 'watch', 'live'] as const;

export function ComponentGallery() {
  const [on, setOn] = useState(true);
  const [busy, setBusy] = useState(false);
  return (
    <div className={styles.stack}>
      <div className={styles.row}>
        <Button variant="primary" icon="replay">
          Primary
        </Button>
        <Button>Quiet</Button>
        <Button variant="text" icon="share">
          Text
        </Button>
        <Button tone="live" icon="mic">
          Live
        </Button>
        <Button variant="primary" size="s">
          Small
        </Button>
        <Button round icon="pause" aria-label="Pause" />
        <Button variant="primary" disabled>
          Disabled
        </Button>
        <Button variant="primary" busy={busy} busyLabel="Sending…" onClick={() => setBusy(true)}>
          Send
        </Button>
        <Button asChild variant="primary" iconAfter="arrow-right">
          <a href="#link">Link</a>
        </Button>
        <Button>
          Pause <Kbd>P</Kbd>
        </Button>
      </div>
      <div className={styles.row}>
        {TONES.map((tone) => (
          <Badge key={tone} tone={tone} icon="clock">
            {tone}
          </Badge>
        ))}
      </div>
      <div className={styles.columns}>
        {TONES.map((tone) => (
          <Notice key={tone} tone={tone} title={`What happened, ${tone}.`} action={<Button size="s">Retry</Button>}>
            What was kept, and what to do.
          </Notice>
        ))}
      </div>
      <div className={styles.columns}>
        <Card>
          <div className={styles.stack}>
            <Field label="Name" hint="As it stands on the badge" placeholder="Camille" />
            <Field label="Mail" type="email" defaultValue="camille@" error="The address lacks what comes after the @." />
            <Field
              label="Answer"
              labelHidden
              placeholder="Or write your answer"
              trailing={<Button variant="text" round size="s" icon="send" aria-label="Send" />}
            />
            <Field label="Notes" multiline placeholder="Write here" />
            <Field label="Disabled" disabled defaultValue="Nothing to do here" />
            <Select
              label="Language"
              options={[
                { value: 'fr', label: 'Français' },
                { value: 'en', label: 'English' },
              ]}
            />
          </div>
        </Card>
        <Card tone="sunken">
          <Switch label="Captions" checked={on} onCheckedChange={setOn} hint="Always there in writing" />
          <Switch label="Off" checked={!on} onCheckedChange={(value) => setOn(!value)} />
          <Switch label="Disabled" checked={false} onCheckedChange={setOn} disabled />
          <Checkbox label="Keep the recording for thirty days" hint="Optional" defaultChecked />
          <Checkbox label="Not ticked" />
          <Checkbox type="radio" name="voice" label="Low" defaultChecked />
          <Checkbox type="radio" name="voice" label="Calm" />
        </Card>
        <Card tone="accent">
          <div className={styles.stack}>
            <Level level={3} label="3 of 5" />
            <Level level={null} label="Not enough to tell" />
            <Quote
              source={
                <a href="#quote">
                  <Icon name="text" size="s" />
                  See this moment, 5:34
                </a>
              }
            >
              “I do not know, I would have to ask.”
            </Quote>
            <Quote tone="good">“I checked the estimate.”</Quote>
            <Quote tone="watch" size="l">
              “We will do our best.”
            </Quote>
          </div>
        </Card>
        <Card tone="night" padding="l">
          Night card
        </Card>
      </div>
      <div className={styles.row}>
        <Ring share={0.62} />
        <Ring share={0.6} size="l">
          18 left
        </Ring>
        <Spinner label="Waiting" />
        <Spinner size="s" />
      </div>
      <Progress share={0.4} label="Report" />
      <Progress share={null} label="Report" />
      <EmptyState picture={<Icon name="document" size="l" />} title="Nothing yet" action={<Button variant="primary">Begin</Button>}>
        What will stand here comes after the first session.
      </EmptyState>
      <div className={styles.columns}>
        <div>
          <Skeleton shape="title" />
          <Skeleton />
          <Skeleton />
        </div>
        <Skeleton shape="block" />
        <Skeleton shape="round" />
      </div>
      <div className={styles.row}>
        {Object.keys(ICON_PATHS)
          .filter(isIcon)
          .map((name) => (
            <span key={name} title={name}>
              <Icon name={name} size="l" />
              <VisuallyHidden>{name}</VisuallyHidden>
            </span>
          ))}
      </div>
    </div>
  );
}
