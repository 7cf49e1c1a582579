import { useState } from 'react';
import { ConversationCurve } from '../features/report/ConversationCurve.tsx';
import { Card } from '../ui/Card.tsx';
import { Bullet } from '../ui/charts/Bullet.tsx';
import { Radar } from '../ui/charts/Radar.tsx';
import { Spark } from '../ui/charts/Spark.tsx';
import styles from './gallery.module.css';

const POINTS = [
  { seq: 1, atMs: 0, trust: 40, tension: 55 },
  { seq: 2, atMs: 19_000, trust: 48, tension: 50 },
  { seq: 3, atMs: 70_000, trust: 60, tension: 40 },
  { seq: 4, atMs: 168_000, trust: 51, tension: 52 },
  { seq: 5, atMs: 204_000, trust: 63, tension: 44 },
  { seq: 6, atMs: 290_000, trust: 66, tension: 41 },
  { seq: 7, atMs: 334_000, trust: 55, tension: 54 },
  { seq: 8, atMs: 470_000, trust: 65, tension: 52 },
  { seq: 9, atMs: 610_000, trust: 73, tension: 45 },
  { seq: 10, atMs: 690_000, trust: 73, tension: 45 },
];
const MOMENTS = [2, 3, 4, 5, 7, 8, 9].map((seq, index) => ({ id: `m${index + 1}`, seq, number: index + 1, label: `Moment ${index + 1}` }));
const AXES = [
  ['Listening', 4],
  ['Facts', 3],
  ['Commitment', 4],
  ['Assertiveness', 4],
  ['Recognition', 3],
  ['Clarity', 3],
  ['Objections', 2],
  ['Questions', null],
] as const;

export function ChartGallery() {
  const [selected, setSelected] = useState('m5');
  return (
    <div className={styles.stack}>
      <Card>
        <ConversationCurve
          points={POINTS}
          moments={MOMENTS}
          selectedId={selected}
          onSelect={setSelected}
          label="Trust from 40 to 73, tension from 55 to 45"
          trustLabel="Trust 73"
          tensionLabel="Tension 45"
          minuteLabel={(minute) => `${minute} min`}
        />
      </Card>
      <div className={styles.columns}>
        <Card>
          <Radar axes={AXES.map(([label, level]) => ({ id: label, label, level }))} label="Eight criteria; the values are in the table" />
        </Card>
        <Card>
          <div className={styles.stack}>
            <Bullet value={171} min={90} max={250} reference={{ low: 173, high: 175 }} />
            <Bullet value={1.1} min={0} max={4} reference={{ low: 0.8, high: 1.9 }} />
            <Bullet value={58} min={0} max={100} reference={null} />
            <Spark values={[40, 48, 60, 51, 63, 55, 65, 73]} />
          </div>
        </Card>
      </div>
    </div>
  );
}
