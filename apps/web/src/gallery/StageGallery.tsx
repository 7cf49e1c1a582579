import { useState } from 'react';
import { LivePortrait } from '../avatar/LivePortrait.tsx';
import { EXPRESSIONS, type Expression } from '../avatar/pose.ts';
import { StageBackdrop } from '../avatar/StageBackdrop.tsx';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import { Switch } from '../ui/Switch.tsx';
import styles from './gallery.module.css';
import '../avatar/extended-cast.ts';
import { personaSlugs } from '../avatar/personas.ts';

const LINE = "C'est trop général. Le client, ce soir, attend une date. Laquelle ? Et puis combien cela nous coûte, au bout du compte, par semaine ?";
const isExpression = (name: string): name is Expression => name in EXPRESSIONS;

export function StageGallery({ slug: first }: { readonly slug: string }) {
  const [slug, setSlug] = useState(first);
  const [expression, setExpression] = useState<Expression>('neutral');
  const [speaking, setSpeaking] = useState(true);
  const [still, setStill] = useState(false);
  return (
    <div className={styles.stack}>
      <div className={styles.scene}>
        <StageBackdrop slug={slug} />
        <LivePortrait slug={slug} expression={expression} speaking={speaking} text={LINE} still={still} label={slug} />
      </div>
      <div className={styles.row}>
        <Select
          label="Persona"
          value={slug}
          onChange={(event) => setSlug(event.target.value)}
          options={personaSlugs().map((value) => ({ value, label: value }))}
        />
        {Object.keys(EXPRESSIONS)
          .filter(isExpression)
          .map((name) => (
            <Button key={name} size="s" aria-pressed={name === expression} onClick={() => setExpression(name)}>
              {name}
            </Button>
          ))}
        <Switch label="speaking" checked={speaking} onCheckedChange={setSpeaking} />
        <Switch label="still" checked={still} onCheckedChange={setStill} />
      </div>
      <div className={styles.rooms}>
        {personaSlugs().map((room) => (
          <div key={room} className={styles.scene}>
            <StageBackdrop slug={room} />
            <LivePortrait slug={room} expression="attentive" speaking={false} still label={room} />
          </div>
        ))}
      </div>
    </div>
  );
}
