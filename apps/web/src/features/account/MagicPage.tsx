import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { z } from 'zod';
import { Button } from '../../ui/Button.tsx';
import styles from './Account.module.css';
import { Door } from './Door.tsx';

const Sent = z.object({ email: z.string(), why: z.enum(['link', 'verify']) });

/** After a mail was sent. Says the same whether the address is known or not. */
export function MagicPage() {
  const { t } = useTranslation('account');
  const location = useLocation();
  const sent = Sent.safeParse(location.state);
  return (
    <Door title={t('magic.title')} lede={sent.success ? t(`magic.${sent.data.why}`, { email: sent.data.email }) : t('magic.noAddress')}>
      <p className={styles.switch}>{t('magic.help')}</p>
      <div className={styles.form}>
        <Button asChild>
          <Link to="/sign-in">{t('magic.back')}</Link>
        </Button>
      </div>
    </Door>
  );
}
