import { type ReactNode, useState } from 'react';
import { AlertDialog } from '../ui/AlertDialog.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import styles from './gallery.module.css';

const linkToData = (words: ReactNode) => <a href="#data">{words}</a>;

export function OverlayGallery() {
  const [open, setOpen] = useState<'dialog' | 'alert' | 'sheet' | null>(null);
  const [theme, setTheme] = useState('light');
  const show = (name: typeof open) => (isOpen: boolean) => setOpen(isOpen ? name : null);
  return (
    <div className={styles.row}>
      <Button onClick={() => setOpen('dialog')}>Dialog</Button>
      <Button onClick={() => setOpen('alert')}>Alert</Button>
      <Button onClick={() => setOpen('sheet')}>Sheet</Button>
      <Menu
        label="Account"
        trigger={<Button icon="user">Menu</Button>}
        items={[
          { key: 'data', label: 'My data', icon: 'shield', link: linkToData },
          { key: 'light', label: 'Light', icon: 'sun', checked: theme === 'light', onSelect: () => setTheme('light') },
          { key: 'dark', label: 'Dark', icon: 'moon', checked: theme === 'dark', onSelect: () => setTheme('dark') },
          { key: 'out', label: 'Sign out', icon: 'log-out', parting: true, onSelect: () => setOpen(null) },
        ]}
      />
      <Tooltip content="Opens with B">
        <Button>Tooltip</Button>
      </Tooltip>
      <Dialog
        open={open === 'dialog'}
        onOpenChange={show('dialog')}
        title="Share this session"
        description="The link shows the debrief and nothing else."
        closeLabel="Close"
        actions={
          <>
            <Button onClick={() => setOpen(null)}>Later</Button>
            <Button variant="primary">Create the link</Button>
          </>
        }
      >
        <Field label="With whom" placeholder="name@example.org" />
      </Dialog>
      <AlertDialog
        open={open === 'alert'}
        onOpenChange={show('alert')}
        title="Delete this session?"
        description="The transcript and the debrief go. The number of sessions done stays."
        cancelLabel="Keep it"
        confirmLabel="Delete"
        onConfirm={() => setOpen(null)}
      />
      <Sheet open={open === 'sheet'} onOpenChange={show('sheet')} title="Your brief" closeLabel="Close">
        <p>You run the project, two weeks late. The client speaks of penalties.</p>
      </Sheet>
    </div>
  );
}
