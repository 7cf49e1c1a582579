import { useState } from 'react';
import type { Report } from '@coachvisio/contract/report.ts';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { day, minutesAndSeconds } from '../../kit/format.ts';
import { useLocale, useTypeset } from '../../kit/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { DeleteSessionDialog } from '../../kit/DeleteSessionDialog.tsx';
import { CriteriaSection } from './CriteriaSection.tsx';
import { CurveSection } from './CurveSection.tsx';
import styles from './Debrief.module.css';
import { DebriefNav } from './DebriefNav.tsx';
import { LeftOpenSection } from './LeftOpenSection.tsx';
import { MeasuresSection } from './MeasuresSection.tsx';
import { OutcomeHero } from './OutcomeHero.tsx';
import { RemarksSection } from './RemarksSection.tsx';

/** Two minutes first, everything on demand: the same sections in the same order, shorter or whole. */
export function Debrief({ report }: { readonly report: Report }) {
  const { t } = useTranslation('report');
  const locale = useLocale();
  const set = useTypeset(report.locale);
  const [search, setSearch] = useSearchParams();
  const [whole, setWhole] = useState(search.get('view') === 'whole');
  const [seq, setSeq] = useState<number | null>(null);
  // The address follows, so that a link to the whole debrief opens the whole debrief.
  const read = (how: 'short' | 'whole') => {
    setWhole(how === 'whole');
    setSearch(how === 'whole' ? { view: 'whole' } : {}, { replace: true, preventScrollReset: true });
  };
  const firstName = report.personaName.split(' ')[0] ?? report.personaName;

  return (
    <>
      <PageTitle title={t('tab', { title: set(report.scenarioTitle) })} />
      <nav className={styles.crumb} aria-label={t('crumb')}>
        <Link to="/sessions">{t('sessions')}</Link>
        <span lang={report.locale}>{set(report.scenarioTitle)}</span>
        <span>{day(report.startedAt, locale)}</span>
        <span>{t('lasted', { time: minutesAndSeconds(report.elapsedMs) })}</span>
        <span>{t('level', { level: report.level })}</span>
      </nav>
      <OutcomeHero report={report} />
      <div className={styles.body}>
        {report.scored && <DebriefNav report={report} whole={whole} onRead={read} />}
        <div className={styles.sections}>
          <CurveSection report={report} firstName={firstName} whole={whole || !report.scored} selected={seq} onSelect={setSeq} onWhole={() => read('whole')} />
          {report.scored && (
            <>
              <RemarksSection report={report} whole={whole} onOpen={setSeq} onWhole={() => read('whole')} />
              <LeftOpenSection report={report} />
              <CriteriaSection report={report} whole={whole} onWhole={() => read('whole')} onOpen={setSeq} />
              {whole && <MeasuresSection report={report} />}
            </>
          )}
          <Foot report={report} />
        </div>
      </div>
    </>
  );
}

function Foot({ report }: { readonly report: Report }) {
  const { t } = useTranslation('report');
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const { engine, scenarioVersion, rater, seed } = report.provenance;
  return (
    <footer className={styles.foot}>
      {report.scored && <p>{t('provenance', { engine, scenarioVersion, rater, seed })}</p>}
      <p>
        {t('yours')}{' '}
        <Button variant="text" size="s" icon="trash" onClick={() => setAsking(true)}>
          {t('delete')}
        </Button>
      </p>
      <DeleteSessionDialog id={report.session} open={asking} onOpenChange={setAsking} onDone={() => void navigate('/sessions')} />
    </footer>
  );
}
