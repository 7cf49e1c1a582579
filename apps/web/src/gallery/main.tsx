import '../ui/base.css';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Tabs } from '../ui/Tabs.tsx';
import { ChartGallery } from './ChartGallery.tsx';
import { ComponentGallery } from './ComponentGallery.tsx';
import styles from './gallery.module.css';
import { OverlayGallery } from './OverlayGallery.tsx';
import { PortraitGallery } from './PortraitGallery.tsx';
import { StageGallery } from './StageGallery.tsx';

/** Everything ui/ and avatar/ can show, to be looked at while working: ?theme=dark, ?tab=stage, ?slug=… */
const asked = new URLSearchParams(window.location.search);
document.documentElement.dataset.theme = asked.get('theme') === 'dark' ? 'dark' : 'light';

const TABS = [
  { value: 'portraits', label: 'Portraits', content: <PortraitGallery /> },
  { value: 'stage', label: 'Stage', content: <StageGallery slug={asked.get('slug') ?? 'marc-delattre'} /> },
  { value: 'components', label: 'Components', content: <ComponentGallery /> },
  { value: 'overlays', label: 'Overlays', content: <OverlayGallery /> },
  { value: 'charts', label: 'Charts', content: <ChartGallery /> },
];

function Gallery() {
  const [tab, setTab] = useState(asked.get('tab') ?? 'portraits');
  return (
    <main className={styles.page}>
      <h1>Gallery</h1>
      <Tabs label="Parts" value={tab} onValueChange={setTab} tabs={TABS} />
    </main>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  );
}
