import type { CurvePoint } from '@coachvisio/contract/report.ts';
import { layCurve, type Pin as PlacedPin, type Place } from '@coachvisio/engine/rating/curve-layout.ts';
import { curveMonotoneX, line } from 'd3-shape';
import { useRef } from 'react';
import { useWidth } from '../../ui/charts/use-width.ts';
import { classNames } from '../../ui/class-names.ts';
import styles from './ConversationCurve.module.css';
import { curveFrame } from './curve-frame.ts';

/** `label` names the moment for who does not see the pin: its number, time and title. */
type CurveMoment = { readonly id: string; readonly seq: number; readonly number: number; readonly label: string };

type ConversationCurveProps = {
  readonly points: readonly CurvePoint[];
  readonly moments: readonly CurveMoment[];
  readonly selectedId?: string | undefined;
  /** Where a pin leads: by default to the element whose id is the moment's, in the transcript beside the curve. */
  readonly momentHref?: ((id: string) => string) | undefined;
  readonly onSelect?: ((id: string) => void) | undefined;
  /** What the curve shows, in a sentence; the table beside it holds the values. */
  readonly label: string;
  readonly trustLabel: string;
  readonly tensionLabel: string;
  readonly minuteLabel: (minute: number) => string;
};

const WIDE = { height: 320, margin: { top: 34, right: 124, bottom: 34, left: 44 } };
const NARROW = { height: 300, margin: { top: 66, right: 16, bottom: 34, left: 32 } };
const NARROW_BELOW = 600;

const pathOf = (places: readonly Place[]) =>
  line<Place>(
    ({ x }) => x,
    ({ y }) => y,
  )
    .curve(curveMonotoneX)
    .digits(1)([...places]) ?? '';

/**
 * Trust is solid, tension dotted, each named at the end of its line, or above the curve where there is no room
 * beside it: colour is never needed to tell them apart.
 */
export function ConversationCurve(props: ConversationCurveProps) {
  const { points, moments, selectedId, label, trustLabel, tensionLabel, minuteLabel } = props;
  const host = useRef<HTMLElement>(null);
  const width = useWidth(host, 720);
  const narrow = width < NARROW_BELOW;
  const { height, margin } = narrow ? NARROW : WIDE;
  const plot = { left: margin.left, right: width - margin.right, top: margin.top, bottom: height - margin.bottom };
  const { trust, tension, levels, minutes, pins, ends } = layCurve(points, moments, curveFrame(points, plot));
  const selected = pins.find((pin) => pin.moment.id === selectedId);
  return (
    <figure ref={host} className={styles.host} aria-label={label}>
      <svg className={styles.curve} viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
        <g aria-hidden="true">
          {levels.map(({ value, y }) => (
            <g key={value}>
              <path className={styles.axis} d={`M${plot.left} ${y}H${plot.right}`} />
              <text className={styles.scale} x={plot.left - 10} y={y + 4} textAnchor="end">
                {value}
              </text>
            </g>
          ))}
          {minutes.map(({ minute, x }) => (
            <text key={minute} className={styles.scale} x={x} y={height - 8} textAnchor={minute === 0 ? 'start' : 'middle'}>
              {minuteLabel(minute)}
            </text>
          ))}
          {selected && <path className={styles.selectedLine} d={`M${selected.dot.x} ${plot.top - 20}V${plot.bottom}`} />}
          <path className={styles.tension} d={pathOf(tension)} />
          <path className={styles.trust} d={pathOf(trust)} />
          {narrow ? (
            <>
              <path className={styles.trust} d="M4 12H30" />
              <text className={styles.trustEnd} x={38} y={17}>
                {trustLabel}
              </text>
              <path className={styles.tension} d={`M${width / 2 + 4} 12h26`} />
              <text className={styles.tensionEnd} x={width / 2 + 38} y={17}>
                {tensionLabel}
              </text>
            </>
          ) : (
            ends && (
              <>
                <text className={styles.trustEnd} x={plot.right + 12} y={ends.trust + 4}>
                  {trustLabel}
                </text>
                <text className={styles.tensionEnd} x={plot.right + 12} y={ends.tension + 4}>
                  {tensionLabel}
                </text>
              </>
            )
          )}
        </g>
        {pins.map((pin) => (
          <Pin key={pin.moment.id} pin={pin} selected={pin.moment.id === selectedId} curve={props} />
        ))}
      </svg>
    </figure>
  );
}

type PinProps = {
  readonly pin: PlacedPin<CurveMoment>;
  readonly selected: boolean;
  readonly curve: ConversationCurveProps;
};

function Pin({ pin: { moment, dot, tag }, selected, curve: { momentHref, onSelect } }: PinProps) {
  return (
    <a
      className={classNames(styles.pin, selected && styles.selected)}
      href={momentHref?.(moment.id) ?? `#${moment.id}`}
      aria-label={moment.label}
      aria-current={selected || undefined}
      onClick={() => onSelect?.(moment.id)}
    >
      <circle className={styles.target} cx={(dot.x + tag.x) / 2} cy={(dot.y + tag.y) / 2} r="24" />
      {Math.hypot(dot.x - tag.x, dot.y - tag.y) > 30 && <path className={styles.leader} d={`M${dot.x} ${dot.y}L${tag.x} ${tag.y}`} />}
      <circle className={styles.dot} cx={dot.x} cy={dot.y} r="5" />
      <rect className={styles.tag} x={tag.x - 14} y={tag.y - 13} width="28" height="26" rx="13" />
      <text className={styles.number} x={tag.x} y={tag.y + 4.5} textAnchor="middle">
        {moment.number}
      </text>
    </a>
  );
}
