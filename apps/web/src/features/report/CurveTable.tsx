import type { CurvePoint } from '@coachvisio/contract/report.ts';
import { useTranslation } from 'react-i18next';
import { minutesAndSeconds } from '../../kit/format.ts';
import styles from './CurveTable.module.css';

/** The values of the curve, for whoever reads numbers rather than lines. */
export function CurveTable({ points }: { readonly points: readonly CurvePoint[] }) {
  const { t } = useTranslation('report');
  return (
    <details className={styles.values}>
      <summary>{t('curve.values')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('curve.time')}</th>
            <th scope="col">{t('curve.trustName')}</th>
            <th scope="col">{t('curve.tensionName')}</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.seq}>
              <th scope="row">{minutesAndSeconds(point.atMs)}</th>
              <td>{Math.round(point.trust)}</td>
              <td>{Math.round(point.tension)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
