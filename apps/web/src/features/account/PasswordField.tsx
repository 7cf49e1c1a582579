import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';

type PasswordFieldProps = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: 'current-password' | 'new-password';
};

export function PasswordField({ value, onChange, autoComplete }: PasswordFieldProps) {
  const { t } = useTranslation('account');
  const [shown, setShown] = useState(false);
  const fresh = autoComplete === 'new-password';
  return (
    <Field
      label={t('password')}
      hint={fresh ? t('passwordHint') : undefined}
      type={shown ? 'text' : 'password'}
      name="password"
      autoComplete={autoComplete}
      required
      {...(fresh ? { minLength: 10 } : {})}
      maxLength={128}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      trailing={
        <Button
          variant="text"
          round
          size="s"
          icon={shown ? 'eye-off' : 'eye'}
          aria-label={shown ? t('passwordHide') : t('passwordShow')}
          onClick={() => setShown(!shown)}
        />
      }
    />
  );
}
