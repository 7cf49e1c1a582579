import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../ui/Button.tsx';
import { Say } from './Say.tsx';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Say
      title={t('notFound.title')}
      actions={
        <Button asChild variant="primary">
          <Link to="/home">{t('notFound.home')}</Link>
        </Button>
      }
    >
      {t('notFound.text')}
    </Say>
  );
}
