import { type FormEvent, useState } from 'react';
import { accountRoutes } from '@coachvisio/contract/account.ts';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { signOut } from '../../kit/auth.ts';
import { call } from '../../kit/call.ts';
import { useLocale } from '../../kit/i18n.ts';
import { changePreferences, usePreferences } from '../../kit/preferences.ts';
import { AlertDialog } from '../../ui/AlertDialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import words from '../../ui/words.module.css';
import styles from './Account.module.css';
import { useFailureText } from '../../kit/FailureNotice.tsx';
import { forgetEverything, rememberMe, useChooseLocale, useMe } from '../../kit/use-me.ts';

export function AccountPage() {
  const { t } = useTranslation('account');
  const { data: me } = useMe();
  const { theme } = usePreferences();
  const locale = useLocale();
  const chooseLocale = useChooseLocale();
  const navigate = useNavigate();

  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: () => {
      void navigate('/');
      forgetEverything();
    },
  });

  if (!me) return null;
  return (
    <div className={classNames(words.wrap, styles.page)}>
      <PageTitle title={t('page.title')} />
      <h1>{t('page.title')}</h1>
      <p className={styles.lede}>{me.demo ? t('page.demo') : me.email}</p>
      {me.demo && (
        <p className={styles.switch}>
          <Link to="/sign-up">{t('page.keep')}</Link>
        </p>
      )}

      {!me.demo && (
        <section className={styles.section} aria-labelledby="account-name">
          <h2 id="account-name">{t('page.you')}</h2>
          <NameForm name={me.name} />
        </section>
      )}

      <section className={styles.section} aria-labelledby="account-show">
        <h2 id="account-show">{t('page.show')}</h2>
        <Choice
          legend={t('page.language')}
          name="locale"
          value={locale}
          onChange={chooseLocale}
          options={[
            { value: 'fr', label: 'Français', lang: 'fr' },
            { value: 'en', label: 'English', lang: 'en' },
          ]}
        />
        <Choice
          legend={t('page.theme')}
          name="theme"
          value={theme}
          onChange={(chosen) => changePreferences({ theme: chosen })}
          options={[
            { value: 'light', label: t('theme.light') },
            { value: 'dark', label: t('theme.dark') },
            { value: 'system', label: t('theme.system') },
          ]}
        />
      </section>

      <section className={styles.section} aria-labelledby="account-out">
        <h2 id="account-out">{t('page.out')}</h2>
        {me.demo && <p>{t('page.leaveText')}</p>}
        <div className={styles.row}>
          <Button icon="log-out" busy={leave.isPending} onClick={() => leave.mutate()}>
            {me.demo ? t('page.leave') : t('page.signOut')}
          </Button>
        </div>
      </section>

      <section className={styles.section} aria-labelledby="account-delete">
        <h2 id="account-delete">{t('page.delete')}</h2>
        <p>{t('page.deleteText')}</p>
        <DeleteAccount />
      </section>
    </div>
  );
}

function NameForm({ name: known }: { readonly name: string }) {
  const { t } = useTranslation('account');
  const textOf = useFailureText();
  const [name, setName] = useState(known);
  const save = useMutation({
    mutationFn: () => call(accountRoutes.change, { body: { name: name.trim() } }),
    onSuccess: rememberMe,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Field
        label={t('name')}
        hint={t('page.nameHint')}
        error={save.error && textOf(save.error)}
        name="name"
        autoComplete="name"
        required
        maxLength={80}
        pattern=".*\S.*"
        value={name}
        onChange={(event) => {
          setName(event.target.value);
          save.reset();
        }}
      />
      <div className={styles.row}>
        <Button type="submit" busy={save.isPending} busyLabel={t('page.saving')}>
          {t('page.save')}
        </Button>
        <output className={words.soft}>{save.isSuccess && t('page.saved')}</output>
      </div>
    </form>
  );
}

function DeleteAccount() {
  const { t } = useTranslation('account');
  const textOf = useFailureText();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const remove = useMutation({
    mutationFn: () => call(accountRoutes.remove, {}),
    onSuccess: () => {
      void navigate('/');
      forgetEverything();
    },
  });
  return (
    <div className={styles.row}>
      <Button icon="trash" onClick={() => setOpen(true)}>
        {t('page.deleteGo')}
      </Button>
      <AlertDialog
        open={open}
        onOpenChange={setOpen}
        title={t('page.deleteAsk')}
        description={t('page.deleteWhat')}
        cancelLabel={t('page.deleteNo')}
        confirmLabel={t('page.deleteYes')}
        confirmBusyLabel={t('page.deleting')}
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
      >
        {remove.error && (
          <Notice tone="watch" announce="alert">
            {textOf(remove.error)}
          </Notice>
        )}
      </AlertDialog>
    </div>
  );
}
