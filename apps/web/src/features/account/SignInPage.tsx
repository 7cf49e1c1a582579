import { type FormEvent, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { authFailureOf, sendMagicLink, signIn } from '../../kit/auth.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './Account.module.css';
import { Door } from './Door.tsx';
import { nextPlace, withNext } from '../../kit/next-place.ts';
import { PasswordField } from './PasswordField.tsx';
import { readMeAgain, useMe } from '../../kit/use-me.ts';

export function SignInPage() {
  const { t } = useTranslation('account');
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const next = nextPlace(search);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { data: me } = useMe();

  const enter = useMutation({
    mutationFn: async () => {
      await signIn(email, password, next);
      await readMeAgain();
    },
    onSuccess: () => navigate(next, { replace: true }),
    onError: (error) => authFailureOf(error) === 'unverified' && navigate('/magic', { state: { email, why: 'verify' } }),
  });
  const link = useMutation({
    mutationFn: () => sendMagicLink(email, next),
    onSuccess: () => navigate('/magic', { state: { email, why: 'link' } }),
  });
  const failed = enter.error ?? link.error;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    link.reset();
    enter.mutate();
  };

  if (me && !me.demo && !enter.isPending) return <Navigate replace to={next} />;
  return (
    <Door title={t('signIn.title')} lede={t('signIn.lede')}>
      {search.has('error') && !failed && (
        <Notice tone="watch" announce="alert">
          {t('signIn.linkRefused')}
        </Notice>
      )}
      <form className={styles.form} onSubmit={submit}>
        {failed && (
          <Notice tone="watch" announce="alert">
            {t(`failure.${authFailureOf(failed)}`)}
          </Notice>
        )}
        <Field label={t('email')} type="email" name="email" autoComplete="email" required value={email} onChange={(event) => setEmail(event.target.value)} />
        <PasswordField value={password} onChange={setPassword} autoComplete="current-password" />
        <Button type="submit" variant="primary" busy={enter.isPending} busyLabel={t('signIn.busy')}>
          {t('signIn.go')}
        </Button>
        <p className={styles.or}>{t('or')}</p>
        <Button
          icon="mail"
          busy={link.isPending}
          onClick={(event) => {
            enter.reset();
            const field = event.currentTarget.form?.elements.namedItem('email');
            if (field instanceof HTMLInputElement && field.reportValidity()) link.mutate();
          }}
        >
          {t('signIn.link')}
        </Button>
      </form>
      <p className={styles.switch}>
        {t('signIn.new')} <Link to={withNext('/sign-up', next)}>{t('signIn.toSignUp')}</Link>
      </p>
    </Door>
  );
}
