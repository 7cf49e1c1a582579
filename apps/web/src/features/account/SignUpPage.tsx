import { type FormEvent, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { authFailureOf, signUp } from '../../kit/auth.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './Account.module.css';
import { Door } from './Door.tsx';
import { nextPlace, withNext } from '../../kit/next-place.ts';
import { PasswordField } from './PasswordField.tsx';
import { readMeAgain, useMe } from '../../kit/use-me.ts';

export function SignUpPage() {
  const { t } = useTranslation('account');
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const next = nextPlace(search);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { data: me } = useMe();

  const join = useMutation({
    mutationFn: async () => {
      await signUp(name.trim(), email, password, next);
      return readMeAgain();
    },
    // Usually the address is to be confirmed first: the link in the mail then leads to where one was going.
    onSuccess: (member) => (member ? navigate(next, { replace: true }) : navigate('/magic', { state: { email, why: 'verify' } })),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    join.mutate();
  };

  if (me && !me.demo && !join.isPending) return <Navigate replace to={next} />;
  return (
    <Door title={t('signUp.title')} lede={t('signUp.lede')}>
      <form className={styles.form} onSubmit={submit}>
        {join.error && (
          <Notice tone="watch" announce="alert">
            {t(`failure.${authFailureOf(join.error)}`)}
          </Notice>
        )}
        <Field label={t('name')} name="name" autoComplete="name" required maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        <Field label={t('email')} type="email" name="email" autoComplete="email" required value={email} onChange={(event) => setEmail(event.target.value)} />
        <PasswordField value={password} onChange={setPassword} autoComplete="new-password" />
        <Button type="submit" variant="primary" busy={join.isPending} busyLabel={t('signUp.busy')}>
          {t('signUp.go')}
        </Button>
      </form>
      <p className={styles.switch}>
        {t('signUp.known')} <Link to={withNext('/sign-in', next)}>{t('signUp.toSignIn')}</Link>
      </p>
    </Door>
  );
}
