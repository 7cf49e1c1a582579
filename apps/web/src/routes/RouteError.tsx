import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../ui/Button.tsx';
import { Say } from './Say.tsx';

/** The last net: a fault of the page itself, or a part of it that could not be fetched after an update of the site. */
export function RouteError() {
  const { t } = useTranslation();
  return (
    <Say
      title={t('broken.title')}
      actions={
        <>
          <Button variant="primary" icon="replay" onClick={() => location.reload()}>
            {t('broken.reload')}
          </Button>
          <Button asChild variant="quiet">
            <Link to="/home" reloadDocument>
              {t('notFound.home')}
            </Link>
          </Button>
        </>
      }
    >
      {t('broken.text')}
    </Say>
  );
}
