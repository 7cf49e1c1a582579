import type { DeletionProof } from '@coachvisio/contract/recording.ts';
import { useTranslation } from 'react-i18next';
import { day } from '../../kit/format.ts';
import { useLocale } from '../../kit/i18n.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './RecordingGone.module.css';

/** Says that the sound is gone, when, why, and shows what proves it. */
export function RecordingGone({ proofs }: { readonly proofs: readonly DeletionProof[] }) {
  const { t } = useTranslation('recording');
  const locale = useLocale();
  const [latest] = proofs;
  if (!latest) return null;
  const why = whyOf(latest.reason);
  return (
    <div className={styles.gone}>
      <p>
        <Icon name="check" size="s" />
        <span>
          {t('gone.title', { day: day(latest.deletedAt, locale) })} {why && t(`gone.${why}`)}
        </span>
      </p>
      <details>
        <summary>{t('gone.proof')}</summary>
        <p>{t('gone.note')}</p>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('gone.turn')}</th>
              <th scope="col">{t('gone.bytes')}</th>
              <th scope="col">{t('gone.hash')}</th>
            </tr>
          </thead>
          <tbody>
            {proofs.flatMap(({ tracks }) =>
              tracks.map(({ seq, bytes, sha256 }) => (
                <tr key={sha256}>
                  <th scope="row">{seq ?? t('gone.unknown')}</th>
                  <td>{bytes}</td>
                  <td>
                    <code>{sha256}</code>
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </details>
    </div>
  );
}

/** The others name what took the whole session away: nobody reads its debrief then. */
const whyOf = (reason: DeletionProof['reason']) => (reason === 'session_deleted' || reason === 'account_deleted' ? null : reason);
